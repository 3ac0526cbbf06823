import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('.', import.meta.url);
const statics = readdirSync(new URL('static/', root)).map((file) => `static/${file}`);

export const unhashed = ['src/app.html', 'svelte.config.js', ...statics]
	.reduce(
		(hash, file) => hash.update(file).update(readFileSync(new URL(file, root))),
		createHash('sha256'),
	)
	.digest('hex')
	.slice(0, 16);
