import { describe, expect, it } from 'vitest';
import { belongsTo } from './shellPage';

const html = `<link href="/_app/immutable/assets/0.C6G5p4as.css" rel="stylesheet">
<script>import("/_app/immutable/entry/start.BReb_yUO.js")</script>`;
const build = ['/_app/immutable/assets/0.C6G5p4as.css', '/_app/immutable/entry/start.BReb_yUO.js'];

describe('belongsTo', () => {
	it('accepts a page whose files are all of the build', () => {
		expect(belongsTo(html, [...build, '/_app/immutable/nodes/9.x.js'])).toBe(true);
	});

	it('refuses the page of a sign-in in front of the server', () => {
		expect(belongsTo('<html>Sign in</html>', build)).toBe(false);
	});

	it('refuses a page that names a file of another build', () => {
		expect(belongsTo(html, build.slice(1))).toBe(false);
	});
});
