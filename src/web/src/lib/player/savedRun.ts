import type { RunStarted, Variant } from '$lib/api/types';
import { storage, type KeyedStorage } from '$lib/storage/storage';

/** A started run as this device keeps it, so that a reload does not lose it. */
export interface SavedRun extends RunStarted {
	/** When the server's answer arrived here, in milliseconds of this device's clock. */
	startedAt: number;
	elapsedMs: number;
	skipped: number[];
}

const KEY = 'run';
const VARIANT_KEY = 'variant';

/** Keeps the run that was started last. */
export function saveRun(run: SavedRun, to: KeyedStorage = storage): void {
	to.set(KEY, JSON.stringify(run));
}

/** The run of that token, if it is the one this device keeps. */
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

/** How the person did it last: at the desk, on a mat, or seated. */
export function lastVariant(): Variant {
	const saved = storage.get(VARIANT_KEY);
	return saved === 'mat' || saved === 'seated' ? saved : 'desk';
}

export function keepVariant(variant: Variant): void {
	storage.set(VARIANT_KEY, variant);
}
