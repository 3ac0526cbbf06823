import { describe, expect, it } from 'vitest';
import { ApiProblem } from './problem';
import { Resource } from './resource.svelte';

describe('Resource', () => {
	it('drops an answer that a later call has overtaken', async () => {
		const answers: ((value: string) => void)[] = [];
		const resource = new Resource(() => new Promise<string>((resolve) => answers.push(resolve)));
		const first = resource.load();
		const second = resource.load();
		answers[1]?.('new');
		answers[0]?.('old');
		await Promise.all([first, second]);
		expect(resource.value).toBe('new');
		expect(resource.loading).toBe(false);
	});

	it('keeps the old value beside the problem of a failed refetch', async () => {
		let fails = false;
		const resource = new Resource(async () => {
			if (fails) throw ApiProblem.unreachable();
			return 'kept';
		});
		await resource.load();
		fails = true;
		await resource.load();
		expect(resource.value).toBe('kept');
		expect(resource.problem?.status).toBe(0);
	});
});
