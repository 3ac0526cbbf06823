import { expect, it } from 'vitest';
import page from '../../app.html?raw';
import { browserslist } from '../../../package.json';
import readme from '../../../../../README.md?raw';

it('OldestBrowsers_NamedToPeople_AreThoseOfTheBuild', () => {
	const versions = browserslist.map((browser) => browser.replace(/^\w+ /, ''));
	const sentences = [page, readme].flatMap((text) => [
		...text.replace(/\s+/g, ' ').matchAll(/Chrome (?:or|oder) Edge [^:]*?Safari [\d.]+\d/g),
	]);
	expect(sentences).toHaveLength(3);
	for (const [sentence] of sentences) {
		expect(new Set(sentence.match(/\d[\d.]*/g))).toEqual(new Set(versions));
	}
});
