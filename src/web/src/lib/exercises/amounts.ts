import type { Dose, ProgressionStage } from '$lib/api/types';
import { messages } from '$lib/messages';

const t = messages('dose');

/** A dose as text, such as "hold 15–30 seconds", "3–5 repetitions"; empty if the source names none. */
export function doseWords(dose: Dose, sides: boolean): string[] {
	const words = [
		dose.hold && t.hold(dose.hold.min, dose.hold.max),
		dose.breaths && t.breaths(dose.breaths),
		dose.reps && t.reps(dose.reps.min, dose.reps.max),
		dose.sets && dose.sets > 1 && t.sets(dose.sets),
	].filter((word) => typeof word === 'string');
	return sides && words.length > 0 ? [...words, t.perSide] : words;
}

/** Which columns a progression needs besides week and time. */
export function columnsOf(progression: readonly ProgressionStage[]) {
	return {
		reps: progression.some(({ reps }) => reps != null),
		sets: progression.some(({ sets }) => sets != null),
	};
}
