import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunStep } from '$lib/api/types';
import { Player } from './player.svelte';
import type { SavedRun } from './savedRun';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function step(exercise: string, side: RunStep['side'], seconds: number, getReady = 0): RunStep {
	return { exercise, name: exercise, side, seconds, getReady };
}

function saved(change: Partial<SavedRun> = {}): SavedRun {
	return {
		run: 'token',
		routineId: 'workplace',
		steps: [step('calf', 'left', 30, 5), step('calf', 'right', 30), step('fold', null, 20)],
		plannedSeconds: 85,
		earliestCompletion: '2026-03-10T10:00:00Z',
		startedAt: 0,
		elapsedMs: 0,
		skipped: [],
		...change,
	};
}

describe('Player', () => {
	it('counts the steps down and finishes once', () => {
		const onfinish = vi.fn();
		const player = new Player(saved(), { onfinish });
		player.start();
		vi.advanceTimersByTime(36_000);
		expect(player.position).toMatchObject({ step: 1, phase: 'hold', remainingMs: 29_000 });
		vi.advanceTimersByTime(60_000);
		expect(player.finished).toBe(true);
		expect(player.running).toBe(false);
		expect(onfinish).toHaveBeenCalledOnce();
	});

	it('stands still in a pause', () => {
		const player = new Player(saved());
		player.start();
		vi.advanceTimersByTime(12_000);
		player.toggle();
		vi.advanceTimersByTime(60_000);
		expect(player.elapsedMs).toBe(12_000);
		player.toggle();
		vi.advanceTimersByTime(1000);
		expect(player.elapsedMs).toBe(13_000);
	});

	it('skips to the end of a step, in a pause too, and remembers which', () => {
		const player = new Player(saved());
		player.start();
		vi.advanceTimersByTime(7000);
		player.skip();
		expect(player.position).toMatchObject({ step: 1, remainingMs: 30_000 });
		player.toggle();
		player.skip();
		expect(player.position).toMatchObject({ step: 2, remainingMs: 20_000 });
		expect(player.skipped).toEqual([0, 1]);
		expect(player.running).toBe(false);
	});

	it('finishes when the last step is skipped', () => {
		const onfinish = vi.fn();
		const player = new Player(saved({ elapsedMs: 65_000 }), { onfinish });
		player.start();
		player.skip();
		expect(onfinish).toHaveBeenCalledOnce();
	});

	it('tells the step, the switch of sides, and the rest of the time when asked', () => {
		const player = new Player(saved());
		player.start();
		expect(player.announcement).toBe('calf, Left side');
		vi.advanceTimersByTime(20_000);
		expect(player.announcement).toBe('Halfway');
		vi.advanceTimersByTime(15_000);
		expect(player.announcement).toBe('Switch: Right side');
		vi.advanceTimersByTime(4000);
		expect(player.tell()).toBe('Time left: 0:26');
	});

	it('goes on where a reload interrupted it', () => {
		const player = new Player(saved({ elapsedMs: 40_000, skipped: [0] }));
		expect(player.position).toMatchObject({ step: 1, remainingMs: 25_000 });
		expect(player.skipped).toEqual([0]);
		expect(player.running).toBe(false);
	});
});
