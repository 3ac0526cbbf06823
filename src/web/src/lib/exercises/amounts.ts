import type { Dose, ProgressionStage } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';

/** A dose as text, such as "hold 15–30 seconds", "3–5 repetitions"; empty if the source names none. */
export function doseWords(dose: Dose, sides: boolean): string[] {
	const words = [
		dose.hold && m.dose_hold({ range: rangeOf(dose.hold) }),
		dose.breaths && m.dose_breaths({ value: dose.breaths }),
		dose.reps && m.dose_reps({ range: rangeOf(dose.reps) }),
		dose.sets && dose.sets > 1 && m.dose_sets({ value: dose.sets }),
	].filter((word) => typeof word === 'string');
	return sides && words.length > 0 ? [...words, m.dose_per_side()] : words;
}

function rangeOf({ min, max }: { min: number; max: number }): string {
	return min === max ? `${min}` : `${min}–${max}`;
}

/** Which columns a progression needs besides week and time. */
export function columnsOf(progression: readonly ProgressionStage[]) {
	return {
		reps: progression.some(({ reps }) => reps != null),
		sets: progression.some(({ sets }) => sets != null),
	};
}
