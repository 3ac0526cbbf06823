import { describe, expect, it } from 'vitest';
import { commonFiles, fileOf, lazyFiles, messageFilesByRoute } from './messageFiles';

const own = import.meta.glob<string>(['/src/**/*.{ts,svelte}', '!**/*.test.ts'], {
	query: '?raw',
	import: 'default',
	eager: true,
});
const texts = import.meta.glob<object>(['./{en,de}/*.ts', '!./*/{index,figureDescriptions}.ts'], {
	eager: true,
});
const MESSAGES = '/src/lib/messages/';

/** An imported file, with the message files that are loaded with it. */
type Import = { file: string; messageFiles: readonly string[] };

/** The path of an imported file; undefined for a package. */
function resolvedPath(specifier: string, from: string): string | undefined {
	const path = specifier.startsWith('$lib/')
		? specifier.replace('$lib', '/src/lib')
		: specifier.startsWith('.')
			? new URL(specifier, `file://${from}`).pathname
			: '';
	return [path, `${path}.ts`, `${path}/index.ts`].find((file) => file in own);
}

/** The namespaces that a file reads. */
const namesIn = (source: string) =>
	[...source.matchAll(/\bmessages\('(\w+)'\)/g)].map(([, name = '']) => name);

/** The static and dynamic imports of a file: `withMessages(import('…'), 'messageFile')`. */
function importsIn(source: string, from: string): Import[] {
	const staticImports = [...source.matchAll(/(?:import|export) (?!type )[^;']*from '([^']+)'/g)];
	const dynamicImports = [...source.matchAll(/import\('([^']+)'\)((?:,\s*'\w+')*)/g)];
	return [...staticImports, ...dynamicImports].flatMap(([, specifier, names = '']) => {
		const file = resolvedPath(specifier ?? '', from);
		return file && !file.startsWith(MESSAGES)
			? [{ file, messageFiles: [...names.matchAll(/\w+/g)].map(([name]) => name) }]
			: [];
	});
}

/** Each namespace that a file or its imports read, with the message files loaded by then. */
function* readFrom(
	file: string,
	messageFiles: readonly string[],
	seen: Set<string>,
): Generator<Read> {
	const visit = `${file} ${messageFiles.join()}`;
	if (seen.has(visit)) return;
	seen.add(visit);
	const source = own[file] ?? '';
	for (const name of namesIn(source)) yield { name, messageFiles };
	for (const next of importsIn(source, file)) {
		const loaded = [...new Set([...messageFiles, ...next.messageFiles])].sort();
		yield* readFrom(next.file, loaded, seen);
	}
}
type Read = { name: string; messageFiles: readonly string[] };

/** The files of a route: its own, and the layouts of the folders above. */
function sourcesOf(page: string): string[] {
	const folders = page.split('/').slice(0, -1);
	return folders
		.map((_, index) => folders.slice(0, index + 1).join('/'))
		.flatMap((folder) =>
			['+page.svelte', '+page.ts', '+layout.svelte', '+layout.ts', '+error.svelte']
				.filter((name) => !name.startsWith('+page') || `${folder}/+page.svelte` === page)
				.map((name) => `${folder}/${name}`),
		)
		.filter((file) => file in own);
}

/** The message file that defines each namespace. */
function fileByNamespace(language: 'en' | 'de'): Map<string, string> {
	const files = Object.entries(texts).filter(([path]) => path.startsWith(`./${language}/`));
	return new Map(
		files.flatMap(([path, names]) =>
			Object.keys(names).map((name) => [name, path.replace(/.*\/|\.ts/g, '')] as const),
		),
	);
}

const routes = Object.keys(own)
	.filter((file) => file.endsWith('/+page.svelte'))
	.map((page) => [page.replace(/^\/src\/routes|\/\+page\.svelte$/g, ''), page] as const);

describe('messageFilesByRoute', () => {
	it.each(routes)('FilesOf_Route %s_AreExactlyThoseItReads', (route, page) => {
		const fileOfNamespace = fileByNamespace('en');
		const read = new Set<string>();
		for (const source of ['/src/hooks.client.ts', ...sourcesOf(page)]) {
			for (const { name, messageFiles } of readFrom(source, [], new Set())) {
				const file = fileOfNamespace.get(name) ?? name;
				if (!messageFiles.includes(file)) read.add(file);
			}
		}
		// Loaded when the server refuses a request.
		read.delete('problems');
		expect([...commonFiles, ...(messageFilesByRoute[route] ?? [])].sort()).toEqual(
			[...read].sort(),
		);
	});

	it('FilesOf_AllRoutesNamed_Exist', () => {
		const known = routes.map(([route]) => route);
		expect(Object.keys(messageFilesByRoute).filter((route) => !known.includes(route))).toEqual([]);
	});

	it('Files_OfBothLanguages_HaveTheSameNamespaces', () => {
		expect(fileByNamespace('de')).toEqual(fileByNamespace('en'));
	});
});

describe('fileOf', () => {
	it('FileOf_EachRouteAndLazyFile_IsUnique', () => {
		const names = [
			...[null, ...Object.keys(messageFilesByRoute)].map((route) => fileOf(route)),
			...lazyFiles,
		];
		expect(new Set(names).size).toBe(names.length);
	});
});
