import type { ExportedPerson } from '$lib/api/results';

/** How many people are offered at once. */
export const MOST_FOUND = 50;

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The people whose name, e-mail or team contains every word that was typed, by name; the first 50. */
export function find(people: readonly ExportedPerson[], typed: string): ExportedPerson[] {
	const words = folded(typed).split(/\s+/).filter(Boolean);
	return people
		.filter(({ name, email, team }) => {
			const text = folded([name, email ?? '', team ?? ''].join(' '));
			return words.every((word) => text.includes(word));
		})
		.sort((one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1))
		.slice(0, MOST_FOUND);
}

/** A person among others, some of whom may have the same name. */
export const label = ({ name, email, team }: ExportedPerson): string =>
	[name, team, email].filter(Boolean).join(' · ');
