import type { RoutineStepDetails } from '$lib/api/types';

/** One exercise of a routine, with the number of its steps. */
export interface Part {
	exercise: string;
	name: string;
	seconds: number;
	times: number;
}

/** The exercises of a routine in the order of their first step; both sides and all rounds count. */
export function contentsOf(steps: readonly RoutineStepDetails[]): Part[] {
	const parts = new Map<string, Part>();
	for (const { exercise, name, seconds } of steps) {
		const part = parts.get(exercise) ?? { exercise, name, seconds, times: 0 };
		parts.set(exercise, { ...part, times: part.times + 1 });
	}
	return [...parts.values()];
}
