import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pace } from './pace';

describe('Pace', () => {
	beforeEach(() => vi.useFakeTimers());
	afterEach(() => vi.useRealTimers());

	it('runs the first call at once', () => {
		const { pace, done } = setUp();
		pace.soon(() => done.push('first'));
		expect(done).toEqual(['first']);
	});

	it('runs the last of several calls after the interval', () => {
		const { pace, done } = setUp();
		['first', 'second', 'third'].forEach((call) => pace.soon(() => done.push(call)));
		vi.advanceTimersByTime(999);
		expect(done).toEqual(['first']);
		vi.advanceTimersByTime(1);
		expect(done).toEqual(['first', 'third']);
	});

	it('drops the pending call', () => {
		const { pace, done } = setUp();
		['first', 'second'].forEach((call) => pace.soon(() => done.push(call)));
		pace.cancel();
		vi.advanceTimersByTime(5000);
		expect(done).toEqual(['first']);
	});
});

function setUp() {
	const done: string[] = [];
	return { pace: new Pace(1000), done };
}
