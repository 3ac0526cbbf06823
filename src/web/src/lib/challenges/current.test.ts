import { describe, expect, it } from 'vitest';
import { currentChallenge, keepCurrentChallenge } from './current';

const open = { id: 'open', state: 'open' } as const;
const running = { id: 'running', state: 'running' } as const;
const final = { id: 'final', state: 'final' } as const;

describe('currentChallenge', () => {
	it('prefers a running one', () => {
		expect(currentChallenge([open, running])).toBe(running);
		expect(currentChallenge([final, open])).toBe(final);
		expect(currentChallenge([])).toBeUndefined();
	});

	it('comes back to the one looked at last while the person is in it', () => {
		keepCurrentChallenge('final');
		expect(currentChallenge([running, final])).toBe(final);
		expect(currentChallenge([running])).toBe(running);
	});
});
