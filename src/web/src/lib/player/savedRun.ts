import type { RunStarted, Variant } from '$lib/api/types';
import { storage, type KeyedStorage } from '$lib/storage/storage';

/** A started run as stored on this device, so that it survives a reload. */
export interface SavedRun extends RunStarted {
	/** When the server's answer arrived here, in milliseconds of this device's clock. */
	startedAt: number;
	elapsedMs: number;
	skipped: number[];
}

const KEY = 'run';
const VARIANT_KEY = 'variant';

/** Stores a run, in place of the previous one. */
export function saveRun(run: SavedRun, to: KeyedStorage = storage): void {
	to.set(KEY, JSON.stringify(run));
}

/** The run with this token, if it is the stored one. */
export function loadRun(token: string, from: KeyedStorage = storage): SavedRun | undefined {
	const run = currentRun(from);
	return run?.run === token ? run : undefined;
}

/** The run that was started last and is not finished yet. */
export function currentRun(from: KeyedStorage = storage): SavedRun | undefined {
	const saved = from.get(KEY);
	return saved === null ? undefined : (JSON.parse(saved) as SavedRun);
}

export function forgetRun(token: string, from: KeyedStorage = storage): void {
	if (loadRun(token, from)) from.remove(KEY);
}

/** The variant of the last run: at the desk, on a mat, or seated. */
export function lastVariant(): Variant {
	const saved = storage.get(VARIANT_KEY);
	return saved === 'mat' || saved === 'seated' ? saved : 'desk';
}

export function keepVariant(variant: Variant): void {
	storage.set(VARIANT_KEY, variant);
}
