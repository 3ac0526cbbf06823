import { describe, expect, it, vi } from 'vitest';
import { PagedList } from './pagedList.svelte';

const rows = (from: number, count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: String(from + index) }));

describe('PagedList', () => {
	it('goes on after its last row until a page is not full', async () => {
		const fetch = vi
			.fn<(search: string, after?: string) => Promise<{ id: string }[]>>()
			.mockResolvedValueOnce(rows(0, 50))
			.mockResolvedValueOnce(rows(50, 3));
		const list = new PagedList(fetch);

		await list.search(' ann ');
		expect(list.hasMore).toBe(true);
		await list.more();

		expect(fetch.mock.calls).toEqual([
			['ann', undefined],
			['ann', '49'],
		]);
		expect(list.value).toHaveLength(53);
		expect(list.hasMore).toBe(false);
	});

	it('drops the answer of an earlier search', async () => {
		let answer: (found: { id: string }[]) => void = () => undefined;
		const list = new PagedList((search) =>
			search === 'a'
				? new Promise<{ id: string }[]>((resolve) => (answer = resolve))
				: Promise.resolve(rows(7, 1)),
		);

		const early = list.search('a');
		await list.search('ab');
		answer(rows(0, 1));
		await early;

		expect(list.value).toEqual(rows(7, 1));
		expect(list.loading).toBe(false);
	});

	it('keeps its rows when a page fails, and replaces a changed one', async () => {
		const fetch = vi
			.fn<(search: string, after?: string) => Promise<{ id: string; name?: string }[]>>()
			.mockResolvedValueOnce(rows(0, 50))
			.mockRejectedValueOnce(new Error('gone'));
		const list = new PagedList(fetch);
		await list.load();
		await list.more();

		expect(list.value).toHaveLength(50);
		expect(list.problem).toBeDefined();
		list.replace({ id: '3', name: 'Ann' });
		expect(list.value?.[3]).toEqual({ id: '3', name: 'Ann' });
	});
});
