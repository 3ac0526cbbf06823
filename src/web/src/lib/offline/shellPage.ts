/** The hashed files that the client's page names: what it starts with. */
export const filesOf = (html: string) => [
	...new Set(html.match(/\/_app\/immutable\/[\w./-]+\.(?:js|css)/g)),
];

/** Whether a page belongs to a build: a server may have been renewed between the build's files and its page. */
export const belongsTo = (html: string, build: readonly string[]) =>
	filesOf(html).every((file) => build.includes(file));
