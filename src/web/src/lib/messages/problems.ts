import { locale } from '$lib/language/language';
import { longDay } from '$lib/time/format';

/** The values that words for a code need, as the server sends them. */
export type ProblemParams = Readonly<Record<string, string | number>>;

type Words = Readonly<Record<string, (params: ProblemParams) => string>>;

let words: Words | undefined;

/** Loads the words for refused requests; if that fails, problemText knows none. */
export async function loadProblemMessages(): Promise<void> {
	words ??= await import('./problemWords').then(
		(loaded) => loaded.words as Words,
		() => undefined,
	);
}

/**
 * Why the server refused, in the language shown; its own English `detail` if it has a code that is unknown here. Empty without
 * either, or while the words are not loaded.
 */
export function problemText(code: string, params: ProblemParams = {}, detail = ''): string {
	if (!words) return '';
	return Object.hasOwn(words, code) ? (words[code]?.(written(params)) ?? '') : detail;
}

/** The params with numbers, dates and instants written as the language writes them. */
function written(params: ProblemParams): ProblemParams {
	return Object.fromEntries(
		Object.entries(params).map(([name, value]) => [name, writtenOut(value)]),
	);
}

function writtenOut(value: string | number): string {
	if (typeof value === 'number') return value.toLocaleString(locale());
	if (/^\d{4}-\d\d-\d\d$/.test(value)) return longDay(value);
	if (!/^\d{4}-\d\d-\d\dT/.test(value)) return value;
	return new Date(value).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });
}
