import { expect, it } from 'vitest';
import { newCommandId } from './commandId';

it('makes a different valid UUID each time', () => {
	const ids = Array.from({ length: 50 }, newCommandId);
	expect(new Set(ids).size).toBe(50);
	for (const id of ids) {
		expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	}
});
