import type { ExerciseSummary } from '$lib/api/types';
import { NO_EQUIPMENT, type Filters } from './filters';
import { equipment, muscles } from './words';

/** Filters the cached list as the server does, except that it cannot search the texts of the steps. */
export function filterHere(all: readonly ExerciseSummary[], filters: Filters): ExerciseSummary[] {
	const words = plain(filters.q).split(' ').filter(Boolean);
	return all.filter(
		(exercise) =>
			(!filters.desk || exercise.desk) &&
			(!filters.position || exercise.position === filters.position) &&
			(!filters.kind || exercise.kind === filters.kind) &&
			hasEquipment(exercise, filters.equipment) &&
			words.every((word) => textOf(exercise).includes(word)),
	);
}

function hasEquipment(exercise: ExerciseSummary, wanted: string): boolean {
	if (wanted === NO_EQUIPMENT) return exercise.equipment.length === 0;
	return wanted === '' || exercise.equipment.some((piece) => piece === wanted);
}

function textOf(exercise: ExerciseSummary): string {
	const words = exercise.muscles.map((muscle) => muscles[muscle]());
	const pieces = exercise.equipment.map((piece) => equipment[piece]());
	return plain([exercise.name, ...exercise.otherNames, ...words, ...pieces].join(' '));
}

/** Lower case, without accents, letters and digits alone. */
function plain(text: string): string {
	const letters = text.normalize('NFD').replaceAll(/\p{M}/gu, '');
	return letters.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').toLowerCase();
}
