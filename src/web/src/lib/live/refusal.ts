import type { ProblemParams } from '$lib/api/problemDetails';
import { problemText } from '$lib/messages/problems';
import { m } from '$lib/paraglide/messages';

/** SignalR puts this before the message of a HubException. */
const PREFIX = 'HubException: ';

/** Why the server refused a call. */
export interface Refusal {
	/** The server's code; empty if it gave none. */
	type: string;
	/** The reason in the language shown. */
	text: string;
	/** The values that the reason names. */
	params: ProblemParams;
}

interface Sent {
	type: string;
	detail: string;
	params?: ProblemParams;
}

/** The reason if the server refused a call; undefined if the connection was lost. */
export function readRefusal(error: unknown): Refusal | undefined {
	const message = error instanceof Error ? error.message : '';
	const start = message.indexOf(PREFIX);
	if (start < 0) return undefined;
	const { type, detail, params } = parse(message.slice(start + PREFIX.length));
	return {
		type,
		text: problemText(type, params, detail) || m.errors_unexpected(),
		params: params ?? {},
	};
}

/** The reason in the language shown if the server refused a call; undefined if the connection was lost. */
export const refusalOf = (error: unknown): string | undefined => readRefusal(error)?.text;

/** SignalR itself refuses in plain sentences, which are not for people. */
function parse(text: string): Sent {
	return text.startsWith('{') ? (JSON.parse(text) as Sent) : { type: '', detail: '' };
}
