import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pace } from './pace';

describe('Pace', () => {
	beforeEach(() => vi.useFakeTimers());
	afterEach(() => vi.useRealTimers());

	it('lets the first wish through at once', () => {
		const { pace, done } = setUp();
		pace.soon(() => done.push('first'));
		expect(done).toEqual(['first']);
	});

	it('grants the last of several wishes when it is time', () => {
		const { pace, done } = setUp();
		['first', 'second', 'third'].forEach((wish) => pace.soon(() => done.push(wish)));
		vi.advanceTimersByTime(999);
		expect(done).toEqual(['first']);
		vi.advanceTimersByTime(1);
		expect(done).toEqual(['first', 'third']);
	});

	it('forgets what waits', () => {
		const { pace, done } = setUp();
		['first', 'second'].forEach((wish) => pace.soon(() => done.push(wish)));
		pace.cancel();
		vi.advanceTimersByTime(5000);
		expect(done).toEqual(['first']);
	});
});

function setUp() {
	const done: string[] = [];
	return { pace: new Pace(1000), done };
}
