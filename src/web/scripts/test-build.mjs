// Builds the client for tests alone: with the pages for developers, and with a language made of the English messages, which
// are longer, accented and in brackets.
//   node scripts/test-build.mjs FOLDER
// What it adds to a copy of the client is what any language needs: a file of messages and its code in the settings.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** Polish: a language with four plural categories. */
const LOCALE = 'pl';
const LONGER = 1.4;
const ACCENTS = new Map(
	Object.entries({ a: 'á', c: 'ç', e: 'é', i: 'î', n: 'ñ', o: 'ö', u: 'û', y: 'ý', z: 'ž' }),
);
const LEFT_OUT = ['node_modules', '.svelte-kit', 'build', 'build-figures', 'paraglide'];

const folder = resolve(process.argv[2]);
const client = join(folder, 'client');
mkdirSync(folder, { recursive: true });
cpSync('.', client, {
	recursive: true,
	filter: (path) => !LEFT_OUT.includes(basename(path)),
});
symlinkSync(resolve('node_modules'), join(client, 'node_modules'));

change('project.inlang/settings.json', (settings) => settings.locales.push(LOCALE));
const english = JSON.parse(readFileSync(join(client, 'messages/en.json'), 'utf8'));
const pseudo = Object.entries(english).map(([key, message]) => [key, pseudoOf(key, message)]);
write(`messages/${LOCALE}.json`, Object.fromEntries(pseudo));

execFileSync('node', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
	cwd: client,
	env: { ...process.env, WEB_CLIENT_OUTPUT: join(folder, 'site'), VITE_DEV_PAGES: 'true' },
	stdio: 'inherit',
});
rmSync(client, { recursive: true });

function change(file, edit) {
	const content = JSON.parse(readFileSync(join(client, file), 'utf8'));
	edit(content);
	write(file, content);
}

function write(file, content) {
	writeFileSync(join(client, file), JSON.stringify(content));
}

function pseudoOf(key, message) {
	if (key === '$schema') return message;
	if (typeof message === 'string') return pseudoText(message);
	return message.map((variants) => ({ ...variants, match: pseudoMatch(variants.match) }));
}

/** The variants, with those of `other` for the plural categories that English lacks. */
function pseudoMatch(match) {
	const { pluralCategories } = new Intl.PluralRules(LOCALE).resolvedOptions();
	const variants = Object.entries(match).flatMap(([when, text]) => {
		const cases = /plural=other/.test(when)
			? pluralCategories
					.map((category) => when.replace('plural=other', `plural=${category}`))
					.filter((other) => other === when || !(other in match))
			: [when];
		return cases.map((each) => [each, pseudoText(text)]);
	});
	return Object.fromEntries(variants);
}

/** Placeholders stay as they are. Each word grows, so that long words show too. */
function pseudoText(text) {
	const words = text
		.split(/(\{\w+\})/)
		.map((part) => (part.startsWith('{') ? part : part.replaceAll(/\p{L}+/gu, pseudoWord)));
	return `[${words.join('')}]`;
}

function pseudoWord(word) {
	const accented = [...word].map((letter) => ACCENTS.get(letter) ?? letter);
	const more = Math.ceil(word.length * LONGER) - word.length;
	return accented.join('') + accented.join('').slice(-more).toLowerCase();
}
