import { messages } from '$lib/messages';

const t = messages('errors');
const problems = messages('problems');

/** How the hub library begins the error of a call that the server refused in words. */
const MARK = 'HubException: ';

/** The server's words where it refused a call; undefined where the connection broke instead. */
export function refusalOf(error: unknown): string | undefined {
	const message = error instanceof Error ? error.message : '';
	const at = message.indexOf(MARK);
	if (at < 0) return undefined;
	const words = message.slice(at + MARK.length);
	return problems.translate('', words) || t.unexpected;
}
