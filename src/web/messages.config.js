import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const LANGUAGES = ['en', 'de'];
const PREFIX = '\0messages:';
const root = new URL('src/', import.meta.url);

/** Changes with whatever the messages may import: browsers keep their files for ever under this name. */
const version = readdirSync(root, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => `${entry.parentPath}/${entry.name}`)
	.sort()
	.reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
	.digest('hex')
	.slice(0, 8);

/** Where the message files are, below the address of the client: a folder for each language. */
export const folder = `_app/immutable/messages/${version}`;

/**
 * Makes the message files by name, in each language: `files` has the parts of each (src/lib/messages/messageFiles.ts). Their names
 * are known beforehand, so that no page has a list of them.
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
		// Each file has its own copy of a part: it comes in one piece, and is packed as one.
		return files[name]
			?.map((source) => `export * from '/src/lib/messages/${language}/${source}.ts?of=${name}';`)
			.join('\n');
	},
});
