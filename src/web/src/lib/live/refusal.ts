import { messages } from '$lib/messages';

const t = messages('errors');
const problems = messages('problems');

/** SignalR puts this before the message of a HubException. */
const PREFIX = 'HubException: ';

/** The translated reason if the server refused a call; undefined if the connection was lost. */
export function refusalOf(error: unknown): string | undefined {
	const message = error instanceof Error ? error.message : '';
	const start = message.indexOf(PREFIX);
	if (start < 0) return undefined;
	const text = message.slice(start + PREFIX.length);
	return problems.translate('', text) || t.unexpected;
}
