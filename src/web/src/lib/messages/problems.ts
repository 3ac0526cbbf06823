import { locale } from '$lib/language/language';
import type { ProblemParams } from '$lib/api/problemDetails';
import { longDay } from '$lib/time/format';

type Words = Readonly<Record<string, (params: ProblemParams) => string>>;

let words: Words | undefined;

/** Loads the words for refused requests; if that fails, problemText knows none. */
export async function loadProblemMessages(): Promise<void> {
	words ??= await import('./problemWords').then(
		(loaded) => loaded.words as unknown as Words,
		() => undefined,
	);
}

/**
 * Why the server refused, in the language shown; its own English `detail` if it has a code or params that are unknown here. Empty
 * without either, or while the words are not loaded.
 */
export function problemText(code: string, params: ProblemParams = {}, detail = ''): string {
	if (!words) return '';
	const own = Object.hasOwn(words, code) ? words[code] : undefined;
	try {
		return own?.(written(params)) ?? detail;
	} catch {
		return detail;
	}
}

/** The params as the language writes them; throws for one that is missing, as a server of another version may leave out. */
function written(params: ProblemParams): ProblemParams {
	return new Proxy(params, {
		get(sent, name: string) {
			const value = sent[name];
			if (value === undefined) throw new RangeError(name);
			return writtenOut(value);
		},
	});
}

function writtenOut(value: string | number): string {
	if (typeof value === 'number') return value.toLocaleString(locale());
	if (/^\d{4}-\d\d-\d\d$/.test(value)) return longDay(value);
	if (!/^\d{4}-\d\d-\d\dT/.test(value)) return value;
	return new Date(value).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });
}
