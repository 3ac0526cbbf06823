import { describe, expect, it } from 'vitest';
import { figureDescriptions as german } from '../messages/de/figureDescriptions';
import { figureDescriptions as english } from '../messages/en/figureDescriptions';
import { figureIds } from './load';

const files = import.meta.glob<string>(
	'../../../../StretchChallenge.Server/Catalogue/Data/{stretches,core,warm-ups,own}.json',
	{ query: '?raw', import: 'default', eager: true },
);
// Only the ids, by a pattern: these files may have comments, which JSON.parse rejects.
const exercises = Object.values(files).flatMap((text) =>
	[...text.matchAll(/"id":\s*"([^"]+)"/g)].map((match) => match[1]),
);

describe('the figures', () => {
	it('Catalogue_OfTheServer_HasItsExercises', () => {
		expect(exercises.length).toBeGreaterThan(40);
	});

	it('Figures_OfTheCatalogue_AreOneForEachExercise', () => {
		expect(figureIds).toEqual([...exercises].sort());
	});

	it.each([
		['English', english],
		['German', german],
	])('Texts_OfTheFigures_AreOneForEachExercise in %s', (_, texts) => {
		expect(Object.keys(texts).sort()).toEqual([...exercises].sort());
	});
});
