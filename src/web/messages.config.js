import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const LANGUAGES = ['en', 'de'];
const PREFIX = '\0messages:';
const root = new URL('src/', import.meta.url);

/** A hash of all sources that messages may import. Browsers cache the files for ever, so the path changes with them. */
const version = readdirSync(root, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => `${entry.parentPath}/${entry.name}`)
	.sort()
	.reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
	.digest('hex')
	.slice(0, 8);

/** The path of the message files relative to the client's root; it has a folder for each language. */
export const folder = `_app/immutable/messages/${version}`;

/**
 * Builds one message file per name and language; `files` maps each name to the message sources it bundles
 * (src/lib/messages/messageFiles.ts). The file names follow from the route, so that no page needs a list of them.
 * @param {Record<string, readonly string[]>} files
 * @returns {import('vite').Plugin}
 */
export const messageFiles = (files) => ({
	name: 'messages',
	apply: (config, { isSsrBuild }) => !isSsrBuild,
	buildStart() {
		for (const language of LANGUAGES) {
			for (const name of Object.keys(files)) {
				const id = `${PREFIX}${language}/${name}`;
				this.emitFile({ type: 'chunk', id, fileName: `${folder}/${language}/${name}.js` });
			}
		}
	},
	resolveId: (id) => (id.startsWith(PREFIX) ? id : undefined),
	load(id) {
		if (!id.startsWith(PREFIX)) return undefined;
		const [language, name = ''] = id.slice(PREFIX.length).split('/');
		// The query makes each file bundle its own copy of a source: a page loads one file, compressed as a whole.
		return files[name]
			?.map((source) => `export * from '/src/lib/messages/${language}/${source}.ts?of=${name}';`)
			.join('\n');
	},
});
