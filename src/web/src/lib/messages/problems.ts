import { getLocale } from '$lib/paraglide/runtime';

type Translate = (kind: string, detail: string) => string;

let translateHere: Translate = (_kind, detail) => detail;

/** What the server says of a refusal, in the language shown; empty if there is no translation. */
export const translate: Translate = (kind, detail) => translateHere(kind, detail);

/** Loads the words for refused requests; if that fails, a general message for the status is shown. */
export async function loadProblemMessages(): Promise<void> {
	if (getLocale() !== 'de') return;
	translateHere = await import('./germanProblems').then(
		({ problems }) => problems.translate,
		() => () => '',
	);
}
