import { describe, expect, it } from 'vitest';
import { descriptions } from './descriptions';
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

	it('Texts_OfTheFigures_AreOneForEachExercise', () => {
		expect(Object.keys(descriptions).sort()).toEqual([...exercises].sort());
	});
});
