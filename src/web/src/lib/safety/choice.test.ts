import { describe, expect, it, vi } from 'vitest';
import { answerSafety, choiceOf } from './choice';

const answer = (discInjury: boolean | null) => ({
	answered: true,
	discInjury,
	noticeSeen: false,
	unreadable: false,
});

describe('choiceOf', () => {
	it.each([
		[true, 'yes'],
		[false, 'no'],
		[null, ''],
	])('shows %s as "%s"', (discInjury, choice) => {
		expect(choiceOf(answer(discInjury))).toBe(choice);
	});
});

describe('answerSafety', () => {
	it('sends yes and no', async () => {
		const change = vi.fn(async () => undefined);
		await answerSafety('yes', change);
		await answerSafety('no', change);
		expect(change.mock.calls).toEqual([[{ discInjury: true }], [{ discInjury: false }]]);
	});

	it('sends nothing where nothing was answered', async () => {
		const change = vi.fn(async () => undefined);
		await answerSafety('', change);
		expect(change).not.toHaveBeenCalled();
	});
});
