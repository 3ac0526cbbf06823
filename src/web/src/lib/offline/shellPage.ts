/** The hashed files to which the client's page refers. */
export const filesOf = (html: string) => [
	...new Set(html.match(/\/_app\/immutable\/[\w./-]+\.(?:js|css)/g)),
];

/** Whether a page belongs to a build: the server may be updated while its files are being fetched, and others may answer. */
export function belongsTo(html: string, build: readonly string[]): boolean {
	const files = filesOf(html);
	return files.length > 0 && files.every((file) => build.includes(file));
}
