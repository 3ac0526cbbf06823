import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RoomGuide } from './roomGuide.svelte';
import { moment, roomStep, SERVER_START } from './testing';

beforeEach(() => void vi.useFakeTimers({ now: SERVER_START }));
afterEach(() => void vi.useRealTimers());

const steps = [
	roomStep({ side: 'left', getReadyMs: 5_000 }),
	roomStep({ side: 'right', getReadyMs: 5_000 }),
];
const running = (change = {}) => moment({ phase: 'running', ...change });
const guideOf = (now = moment(), own = steps) => new RoomGuide(own, steps, now, () => Date.now());

describe('RoomGuide', () => {
	it('waits in the lobby, and gets ready, holds and switches once the room runs', () => {
		const guide = guideOf();
		vi.advanceTimersByTime(60_000);
		expect(guide.position).toMatchObject({ step: 0, phase: 'ready', remainingMs: 5_000 });
		guide.follow(running({ serverMs: Date.now() }));
		expect(guide.announcement).toBe('calf, Left side');
		vi.advanceTimersByTime(5_000);
		expect(guide.position).toMatchObject({ phase: 'hold', remainingMs: 25_000 });
		vi.advanceTimersByTime(25_000);
		expect(guide.position).toMatchObject({ step: 1, phase: 'ready' });
		expect(guide.announcement).toBe('Switch: Right side');
	});

	it('is where the room is, whenever one comes', () => {
		vi.advanceTimersByTime(42_000);
		const guide = guideOf(running());
		expect(guide.position).toMatchObject({ step: 1, phase: 'hold', remainingMs: 18_000 });
	});

	it('stands still while the room does', () => {
		const guide = guideOf(running());
		vi.advanceTimersByTime(7_000);
		guide.follow(moment({ phase: 'paused', step: 0, remainingMs: 22_000 }));
		vi.advanceTimersByTime(60_000);
		expect(guide.running).toBe(false);
		expect(guide.position).toMatchObject({ step: 0, phase: 'hold', remainingMs: 22_000 });
		expect(vi.getTimerCount()).toBe(0);
	});

	it('jumps with the room over a skipped step', () => {
		const guide = guideOf(running());
		vi.advanceTimersByTime(7_000);
		guide.follow(running({ serverMs: Date.now(), step: 1 }));
		expect(guide.position).toMatchObject({ step: 1, phase: 'ready', remainingMs: 5_000 });
	});

	it('catches up at once after a sleep', () => {
		const guide = guideOf(running());
		vi.setSystemTime(SERVER_START + 40_000);
		guide.refresh();
		expect(guide.position).toMatchObject({ step: 1, phase: 'hold', remainingMs: 20_000 });
	});

	it('finishes with the room’s time, though nobody said so yet', () => {
		const guide = guideOf(running());
		vi.advanceTimersByTime(60_000);
		expect(guide.finished).toBe(true);
		expect(guide.running).toBe(false);
	});

	it('fits own steps to the room’s time', () => {
		const own = ['one', 'two', 'three'].map((exercise) => roomStep({ exercise, ms: 20_000 }));
		const guide = guideOf(running({ step: 1, remainingMs: 25_000 }), own);
		expect(guide.position).toMatchObject({ step: 1, remainingMs: 5_000 });
	});
});
