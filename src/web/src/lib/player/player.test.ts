import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Player } from './player.svelte';
import type { SavedRun } from './savedRun';
import { savedRun, step } from './testing';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const saved = (change: Partial<SavedRun> = {}) =>
	savedRun({
		steps: [
			step({ exercise: 'calf', side: 'left', getReady: 5 }),
			step({ exercise: 'calf', side: 'right' }),
			step({ exercise: 'fold', seconds: 20 }),
		],
		...change,
	});

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

	it.each([5001, 600_000])('Clock_JumpOf %i ms in a sleep_PausesWhereItSlept', (gapMs) => {
		let sleptMs = 0;
		const onfinish = vi.fn();
		const player = new Player(saved(), { onfinish }, () => performance.now() + sleptMs);
		player.start();
		vi.advanceTimersByTime(12_000);
		sleptMs = gapMs;
		expect(player.elapsedMs).toBe(12_000);
		vi.advanceTimersByTime(1000);
		expect(player.running).toBe(false);
		expect(player.position).toMatchObject({ step: 0, remainingMs: 23_000 });
		expect(player.announcement).toBe('Paused');
		expect(onfinish).not.toHaveBeenCalled();
		player.toggle();
		vi.advanceTimersByTime(1000);
		expect(player.elapsedMs).toBe(13_000);
	});

	it('Clock_LateTimersOfAHiddenPage_GoOn', () => {
		let lateMs = 0;
		const player = new Player(saved(), {}, () => performance.now() + lateMs);
		player.start();
		vi.advanceTimersByTime(10_000);
		lateMs = 2000;
		vi.advanceTimersByTime(1000);
		expect(player.running).toBe(true);
		expect(player.elapsedMs).toBe(13_000);
	});

	it.each([-86_400_000, 600_000])('Calendar_SetBy %i ms_ChangesNothing', (shiftMs) => {
		const player = new Player(saved());
		player.start();
		vi.advanceTimersByTime(12_000);
		vi.setSystemTime(Date.now() + shiftMs);
		vi.advanceTimersByTime(1000);
		expect(player.elapsedMs).toBe(13_000);
	});

	it('Back_WithinAStep_RepeatsIt', () => {
		const player = new Player(saved());
		player.start();
		vi.advanceTimersByTime(45_000);
		player.back();
		expect(player.position).toMatchObject({ step: 1, remainingMs: 30_000 });
		expect(player.announcement.trim()).toBe('Switch: Right side');
	});

	it('Back_AtAStepsBeginning_RepeatsTheOneBeforeThoughSkipped', () => {
		const player = new Player(saved());
		player.skip();
		player.back();
		expect(player.position).toMatchObject({ step: 0, phase: 'ready', remainingMs: 5000 });
		expect(player.skipped).toEqual([]);
		player.back();
		expect(player.elapsedMs).toBe(0);
	});

	it('Tell_TwiceInAPause_ChangesTheLiveRegionTwice', () => {
		const player = new Player(saved());
		const words = player.tell();
		const first = player.announcement;
		expect(player.tell()).toBe(words);
		expect(player.announcement).not.toBe(first);
		expect(player.announcement.trim()).toBe(words);
		player.tell();
		expect(player.announcement).toBe(first);
	});
});
