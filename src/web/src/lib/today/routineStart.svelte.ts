import { goto } from '$app/navigation';
import { session } from '$lib/account/session.svelte';
import { startRun } from '$lib/api/day';
import { changeSafety, fetchSafety } from '$lib/api/safety';
import { Submission } from '$lib/api/submission.svelte';
import type { Variant } from '$lib/api/types';
import { beginRun } from '$lib/player/savedRun';

/** Starts a routine; shows the safety notes first if the person has not seen them. */
export class RoutineStart {
	readonly submission = new Submission();
	/** Whether the safety notes are open. */
	noticeOpen = $state(false);

	#routineId = '';
	#variant: Variant = 'desk';
	#canSaveNotice = true;

	start(routineId: string, variant: Variant): Promise<boolean> {
		this.#routineId = routineId;
		this.#variant = variant;
		return this.submission.run(async () => {
			const { noticeSeen, unreadable } = await fetchSafety();
			// While it has an unreadable answer, the server stores no `noticeSeen` until there is a new answer.
			this.#canSaveNotice = !unreadable;
			if (noticeSeen) await this.#play();
			else this.noticeOpen = true;
		});
	}

	/** Stores that the notes were read, and starts the routine. */
	accept(): Promise<boolean> {
		return this.submission.run(async () => {
			if (this.#canSaveNotice) await changeSafety({ noticeSeen: true });
			await this.#play();
			this.noticeOpen = false;
		});
	}

	async #play(): Promise<void> {
		const run = await startRun(this.#routineId, this.#variant);
		beginRun(run, session.person?.id ?? '');
		await goto(`/play/${encodeURIComponent(run.run)}`);
	}
}
