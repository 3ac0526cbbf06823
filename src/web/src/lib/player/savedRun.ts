import { newCommandId } from '$lib/api/commandId';
import type { RoutineStepDetails, RunStarted, Variant } from '$lib/api/types';
import { readJson, storage, type KeyedStorage } from '$lib/storage/storage';

/** A started run as stored on this device, so that it survives a reload. */
export interface SavedRun extends RunStarted {
	/** Completes the run, in whichever tab it is finished; so it counts once. */
	commandId: string;
	/** Who started it. */
	userId: string;
	/** When the server's answer arrived here, in milliseconds of this device's clock, which may be wrong. */
	startedAt: number;
	/** The position in the routine. */
	elapsedMs: number;
	/** The time since the start while the routine was open, pauses included, by the monotonic clock. */
	openMs: number;
	skipped: number[];
}

const KEY = 'run';
const VARIANT_KEY = 'variant';

/** Stores a run that the server has just started, in place of any other. */
export function beginRun(started: RunStarted, userId: string, to: KeyedStorage = storage): void {
	const commandId = newCommandId();
	const progress = { startedAt: Date.now(), elapsedMs: 0, openMs: 0, skipped: [] };
	to.set(KEY, JSON.stringify({ ...started, ...progress, commandId, userId }));
}

/** Stores the progress of a run, unless another tab has begun another one; returns whether it outlives the page. */
export function saveRun(run: SavedRun, to: KeyedStorage = storage): boolean {
	const kept = readRun(to);
	return kept && kept.run !== run.run ? false : to.set(KEY, JSON.stringify(run));
}

/** The person's run with this token, if it is the stored one. */
export function loadRun(
	token: string,
	userId: string,
	from: KeyedStorage = storage,
): SavedRun | undefined {
	const run = currentRun(userId, from);
	return run?.run === token ? run : undefined;
}

/** The person's run that was started last and is not finished yet. */
export function currentRun(userId: string, from: KeyedStorage = storage): SavedRun | undefined {
	const run = readRun(from);
	return run?.userId === userId ? run : undefined;
}

export function forgetRun(token: string, from: KeyedStorage = storage): void {
	if (readRun(from)?.run === token) from.remove(KEY);
}

/** The variant of the last run: at the desk, on a mat, or seated. */
export function lastVariant(): Variant {
	const saved = storage.get(VARIANT_KEY);
	return saved === 'mat' || saved === 'seated' ? saved : 'desk';
}

export function keepVariant(variant: Variant): void {
	storage.set(VARIANT_KEY, variant);
}

const readRun = (from: KeyedStorage) => readJson<SavedRun>(from, KEY, isSavedRun);

function isSavedRun(run: Partial<SavedRun>): boolean {
	const texts = [run.run, run.commandId, run.userId];
	const numbers = [run.plannedSeconds, run.startedAt, run.elapsedMs, run.openMs];
	return (
		texts.every((text) => typeof text === 'string') &&
		numbers.every(Number.isFinite) &&
		Number.isFinite(Date.parse(run.earliestCompletion ?? '')) &&
		Array.isArray(run.skipped) &&
		Array.isArray(run.steps) &&
		run.steps.every(isStep)
	);
}

function isStep(step: Partial<RoutineStepDetails> | null): boolean {
	return (
		[step?.seconds, step?.getReady].every(Number.isFinite) &&
		[step?.instructions, step?.cues].every(Array.isArray)
	);
}
