import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MemberView } from '$lib/api/types';
import { MemberList } from './memberList.svelte';

const member = (userId: string) => ({ userId }) as MemberView;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a list of members', () => {
	it('waits for a pause in typing', async () => {
		const fetch = vi.fn(() => Promise.resolve([member('a')]));
		const list = new MemberList('c', fetch);
		list.show({});
		await vi.runAllTimersAsync();
		for (const q of ['a', 'an', 'ana']) list.show({ q });
		await vi.runAllTimersAsync();
		expect(fetch.mock.calls.map((call) => (call as unknown[])[1])).toEqual([{}, { q: 'ana' }]);
	});

	it('drops the answer to an earlier filter', async () => {
		const answers: ((rows: MemberView[]) => void)[] = [];
		const list = new MemberList('c', () => new Promise((resolve) => answers.push(resolve)));
		const first = list.load();
		const second = list.load();
		answers[1]?.([member('new')]);
		answers[0]?.([member('old')]);
		await Promise.all([first, second]);
		expect(list.rows).toEqual([member('new')]);
	});

	it('goes on after the last one', async () => {
		const full = Array.from({ length: 100 }, (_, index) => member(`m${index}`));
		const fetch = vi.fn((_id: string, _filter: object, after?: string) =>
			Promise.resolve(after ? [member('last')] : full),
		);
		const list = new MemberList('c', fetch);
		await list.load();
		expect(list.more).toBe(true);
		await list.loadMore();
		expect(fetch.mock.calls[1]?.[2]).toBe('m99');
		expect(list.rows).toHaveLength(101);
		expect(list.more).toBe(false);
	});
});
