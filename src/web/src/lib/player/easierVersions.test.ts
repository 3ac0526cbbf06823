import { expect, it, vi } from 'vitest';
import { EasierVersions } from './easierVersions.svelte';

const easier = { text: 'Bend the knee.', exercise: null };

it('asks for each exercise once', async () => {
	const fetch = vi.fn(async () => ({ easier }));
	const versions = new EasierVersions(fetch);
	await Promise.all([versions.need('calf'), versions.need('calf'), versions.need(undefined)]);
	expect(fetch).toHaveBeenCalledOnce();
	expect(versions.of('calf')).toEqual(easier);
	expect(versions.of('fold')).toBeUndefined();
});

it('has none where an exercise names none', async () => {
	const versions = new EasierVersions(async () => ({ easier: null }));
	await versions.need('calf');
	expect(versions.of('calf')).toBeUndefined();
});

it('asks again after a failure', async () => {
	const fetch = vi.fn(async () => ({ easier })).mockRejectedValueOnce(new Error('no network'));
	const versions = new EasierVersions(fetch);
	await versions.need('calf');
	expect(versions.of('calf')).toBeUndefined();
	await versions.need('calf');
	expect(versions.of('calf')).toEqual(easier);
});
