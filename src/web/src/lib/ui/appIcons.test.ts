import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import tokens from './tokens.css?raw';

const action = /--pine: light-dark\((#\w+),/.exec(tokens)?.[1];

/** The colour of a PNG's first pixel, which is its value whatever filter its line has. */
function cornerOf(png: Buffer): string {
	let data = Buffer.alloc(0);
	for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
		const chunk = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
		if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data = Buffer.concat([data, chunk]);
	}
	return `#${inflateSync(data).toString('hex', 1, 4)}`;
}

describe('the icons of the installed client', () => {
	it('Favicon_HasTheColourOfActions', () => {
		expect(readFileSync('static/favicon.svg', 'utf8')).toContain(`fill="${action}"`);
	});

	it.each(['icon-180.png', 'icon-maskable-512.png'])('%s_HasItToo', (file) => {
		expect(cornerOf(readFileSync(`static/${file}`))).toBe(action);
	});
});
