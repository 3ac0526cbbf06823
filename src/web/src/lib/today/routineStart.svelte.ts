import { goto } from '$app/navigation';
import { startRun } from '$lib/api/day';
import { changeSafety, fetchSafety } from '$lib/api/safety';
import { Submission } from '$lib/api/submission.svelte';
import type { Variant } from '$lib/api/types';
import { saveRun } from '$lib/player/savedRun';

/** Starts a routine; whoever has not seen the safety notes yet reads them first. */
export class RoutineStart {
	readonly submission = new Submission();
	/** Whether the safety notes stand between the person and the routine. */
	noticeOpen = $state(false);

	#routineId = '';
	#variant: Variant = 'desk';
	#canSaveNotice = true;

	start(routineId: string, variant: Variant): Promise<boolean> {
		this.#routineId = routineId;
		this.#variant = variant;
		return this.submission.run(async () => {
			const { noticeSeen, unreadable } = await fetchSafety();
			// Beside an answer that the server cannot read it notes nothing until it is answered anew.
			this.#canSaveNotice = !unreadable;
			if (noticeSeen) await this.#play();
			else this.noticeOpen = true;
		});
	}

	/** The notes were read: remembers it, and starts what was asked for. */
	accept(): Promise<boolean> {
		return this.submission.run(async () => {
			if (this.#canSaveNotice) await changeSafety({ noticeSeen: true });
			await this.#play();
			this.noticeOpen = false;
		});
	}

	async #play(): Promise<void> {
		const run = await startRun(this.#routineId, this.#variant);
		saveRun({ ...run, startedAt: Date.now(), elapsedMs: 0, skipped: [] });
		await goto(`/play/${encodeURIComponent(run.run)}`);
	}
}
