const SHELL = 'shell-';
const CATALOGUE = 'catalogue-';

/**
 * The name of the cache for one build. It changes with every file of the build: hashed file names change with their
 * content, and `marks` identify the content of all others.
 */
export const shellName = (files: readonly string[], ...marks: string[]) =>
	SHELL + fingerprint([...files].sort().concat(marks).join('\n'));

/** The server's default language. */
const DEFAULT = 'en';

/** The name of the cache for the catalogue in the requested language; one cache per language. */
export function catalogueName(acceptLanguage: string | null): string {
	const first = /^[a-z]{2,3}/i.exec(acceptLanguage?.trim() ?? '')?.[0] ?? DEFAULT;
	return CATALOGUE + first.toLowerCase();
}

/**
 * The caches to delete once a build is active; `names` are in order of creation. The previous build stays, because
 * open tabs may still load its files, and so do later ones, which are being installed.
 */
export function outdated(names: readonly string[], current: string): string[] {
	const shells = names.filter((name) => name.startsWith(SHELL));
	return shells.slice(0, Math.max(0, shells.indexOf(current) - 1));
}

/** A 53-bit hash of a text (cyrb53). Synchronous, unlike `crypto.subtle`, and enough to tell builds apart. */
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
