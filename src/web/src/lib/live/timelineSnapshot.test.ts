import { describe, expect, it } from 'vitest';
import { follows, positionAt } from './timelineSnapshot';
import { moment, SERVER_START } from './testing';

const room = [30_000, 5_000, 30_000];
const running = (step: number, remainingMs: number) =>
	moment({ phase: 'running', step, remainingMs });

describe('follows', () => {
	it.each([
		[6, 'old'],
		[7, 'old'],
		[8, 'next'],
		[9, 'gap'],
	])('after number 7 takes number %i as %s', (seq, expected) => {
		expect(follows(moment({ seq: 7 }), moment({ seq }))).toBe(expected);
	});
});

describe('positionAt', () => {
	it('goes on with the server’s clock while the room runs', () => {
		expect(positionAt(running(0, 20_000), room, SERVER_START)).toBe(10_000);
		expect(positionAt(running(0, 20_000), room, SERVER_START + 22_500)).toBe(32_500);
	});

	it('counts what was skipped as over', () => {
		expect(positionAt(running(2, 30_000), room, SERVER_START + 1_000)).toBe(36_000);
	});

	it('stands still in a pause', () => {
		const paused = { ...running(1, 3_000), phase: 'paused' as const };
		expect(positionAt(paused, room, SERVER_START + 60_000)).toBe(32_000);
	});

	it('is nothing in the lobby and all at the end', () => {
		expect(positionAt(moment(), room, SERVER_START + 60_000)).toBe(0);
		expect(positionAt(moment({ phase: 'finished', step: 3 }), room, SERVER_START)).toBe(65_000);
	});

	it('ends with the timeline, though nobody said so yet', () => {
		expect(positionAt(running(2, 1_000), room, SERVER_START + 5_000)).toBe(65_000);
	});

	it('never lies before what the server told', () => {
		expect(positionAt(running(1, 5_000), room, SERVER_START - 300)).toBe(30_000);
	});
});
