import { describe, expect, it } from 'vitest';
import { problems } from './germanProblems';

const files = import.meta.glob<string>(
	['../../../../StretchChallenge.{Grains,Server}/**/*.cs', '!**/{bin,obj}/**'],
	{
		query: '?raw',
		import: 'default',
		eager: true,
	},
);
const sources = Object.entries(files);

function found(pattern: RegExp, where = /./): string[] {
	const all = sources
		.filter(([path]) => where.test(path))
		.flatMap(([, text]) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
	return [...new Set(all)];
}

describe('the German words for problems', () => {
	const kinds = [
		...found(/Refusal\.\w+\(\s*"([a-z-]+)"/g, /\/(Challenges|Users)\//),
		...found(/\bCode = "([a-z-]+)"/g),
		...found(/new\("([a-z-]+)", [45]\d\d,/g),
	];

	it('Kinds_OfTheServer_AreFound', () => {
		expect(kinds.length).toBeGreaterThan(50);
	});

	it.each(kinds)('Told_KindOfTheServer %s_HasWords', (kind) => {
		expect(problems.translate(kind, 'Something else.')).not.toBe('');
	});

	it.each([
		...found(/Refusal\.\w+\("[a-z-]+", \$?"([^"]+)"/g, /\/SessionRefusals/),
		...found(/HubException\(\$?"([^"]+)"/g),
	])('Told_SentenceOfTheHub "%s"_HasWords', (sentence) => {
		expect(problems.translate('', sentence.replaceAll(/\{[^}]+\}/g, '7'))).not.toBe('');
	});

	it.each([
		["'displayName' is missing.", 'Bitte füll das aus.'],
		["'name' may have up to 60 characters.", 'Höchstens 60 Zeichen, bitte.'],
		['A password needs at least 8 characters.', 'Ein Passwort braucht mindestens 8 Zeichen.'],
		["'left' is a whole number from 0 to 120.", 'Bitte gib eine Zahl von 0 bis 120 ein.'],
	])('Told_FaultOfAField %s_SaysItInGerman', (english, german) => {
		expect(problems.translate('invalid-request', english)).toBe(german);
	});

	it('Told_ProblemWithADate_NamesTheDay', () => {
		const words = problems.translate(
			'too-late',
			'This run belongs to 2026-03-10, and that day is closed.',
		);
		expect(words).toContain('10');
	});

	it('Told_UnknownProblem_HasNoWords', () => {
		expect(problems.translate('brand-new', 'Whatever this is.')).toBe('');
	});
});
