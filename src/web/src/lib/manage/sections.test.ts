import { describe, expect, it } from 'vitest';
import { sectionHref, sectionOf, sections } from './sections';

describe('sections', () => {
	it('are found again by their address', () => {
		for (const { path } of sections) expect(sectionOf(sectionHref('c1', path))).toBe(path);
	});

	it('begin with the settings', () => {
		expect(sectionHref('c1', '')).toBe('/challenges/c1/manage');
		expect(sectionOf('/challenges/c1/manage/nothing')).toBe('');
	});
});
