import type { RoutineStepDetails } from '$lib/api/types';
import type { SavedRun } from './savedRun';

/** A step for tests. */
export function step(change: Partial<RoutineStepDetails> = {}): RoutineStepDetails {
	const exercise = change.exercise ?? 'calf-stretch';
	return {
		exercise,
		name: exercise,
		side: 'both',
		seconds: 30,
		getReady: 0,
		instructions: [],
		cues: [],
		...change,
	};
}

/** A run for tests, just started. */
export function savedRun(change: Partial<SavedRun> = {}): SavedRun {
	const steps = change.steps ?? [step()];
	return {
		run: 'token',
		commandId: 'command',
		userId: 'ann',
		routineId: 'workplace',
		steps,
		plannedSeconds: steps.reduce((sum, { seconds }) => sum + seconds, 0),
		earliestCompletion: '2026-03-10T10:00:00Z',
		startedAt: 0,
		elapsedMs: 0,
		openMs: 0,
		skipped: [],
		...change,
	};
}
