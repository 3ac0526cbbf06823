const SHELL = 'shell-';
const CATALOGUE = 'catalogue-';

/**
 * The name of the cache for one build. It changes with everything the build holds: files with a hash in their
 * name tell by their name, and `marks` stand for the content of all others.
 */
export const shellName = (files: readonly string[], ...marks: string[]) =>
	SHELL + fingerprint([...files].sort().concat(marks).join('\n'));

/** The server's own language: what it answers in where no other is asked for. */
const DEFAULT = 'en';

/** The name of the cache for the catalogue's answers in the language asked for: languages never mix. */
export function catalogueName(acceptLanguage: string | null): string {
	const first = /^[a-z]{2,3}/i.exec(acceptLanguage?.trim() ?? '')?.[0] ?? DEFAULT;
	return CATALOGUE + first.toLowerCase();
}

/**
 * The caches to let go of once a build has taken over, of all in the order of their making. The build just before
 * stays: tabs that still show it find their parts there. So does whatever came later, which is being installed.
 */
export function outdated(names: readonly string[], current: string): string[] {
	const shells = names.filter((name) => name.startsWith(SHELL));
	return shells.slice(0, Math.max(0, shells.indexOf(current) - 1));
}

/** 53 bits of a text (cyrb53): enough to tell builds apart, and there at once. */
function fingerprint(text: string): string {
	let high = 0xdeadbeef;
	let low = 0x41c6ce57;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		high = Math.imul(high ^ code, 2654435761);
		low = Math.imul(low ^ code, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
