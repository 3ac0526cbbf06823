/** The hashed files to which the client's page refers. */
export const filesOf = (html: string) => [
	...new Set(html.match(/\/_app\/immutable\/[\w./-]+\.(?:js|css)/g)),
];

/** Whether a page belongs to a build: the server may be updated while its files are being fetched. */
export const belongsTo = (html: string, build: readonly string[]) =>
	filesOf(html).every((file) => build.includes(file));
