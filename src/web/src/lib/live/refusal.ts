import { messages } from '$lib/messages';

const t = messages('errors');
const problems = messages('problems');

/** How the hub library begins the error of a call that the server refused in words. */
const PREFIX = 'HubException: ';

/** The server's words where it refused a call; undefined where the connection broke instead. */
export function refusalOf(error: unknown): string | undefined {
	const message = error instanceof Error ? error.message : '';
	const start = message.indexOf(PREFIX);
	if (start < 0) return undefined;
	const text = message.slice(start + PREFIX.length);
	return problems.translate('', text) || t.unexpected;
}
