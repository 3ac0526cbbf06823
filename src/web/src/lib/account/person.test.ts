import { describe, expect, it } from 'vitest';
import { MemoryStorage } from '$lib/storage/storage';
import { clearDevice, forgetPerson, rememberedPerson, rememberPerson } from './person';

const ann = { id: 'ann', displayName: 'Ann' };

describe('rememberPerson', () => {
	it('keeps the id and the name, and nothing else', () => {
		const storage = new MemoryStorage();
		const account = { ...ann, email: 'ann@example.com', timeZone: 'Europe/Berlin' };
		rememberPerson(account, storage);
		expect(rememberedPerson(storage)).toEqual(ann);
		expect(storage.keys().map((key) => storage.get(key))).toEqual([JSON.stringify(ann)]);
	});

	it('lets go of what somebody else left', () => {
		const storage = new MemoryStorage();
		rememberPerson(ann, storage);
		storage.set('run', 'of Ann');
		rememberPerson({ id: 'ben', displayName: 'Ben' }, storage);
		expect(storage.keys()).toEqual(['person']);
		expect(rememberedPerson(storage)?.id).toBe('ben');
	});

	it('leaves the person’s own routine alone', () => {
		const storage = new MemoryStorage();
		rememberPerson(ann, storage);
		storage.set('run', 'of Ann');
		rememberPerson({ ...ann, displayName: 'Anna' }, storage);
		expect(storage.get('run')).toBe('of Ann');
		expect(rememberedPerson(storage)?.displayName).toBe('Anna');
	});
});

describe('forgetPerson', () => {
	it('forgets who was here', () => {
		const storage = new MemoryStorage();
		rememberPerson(ann, storage);
		forgetPerson(storage);
		expect(rememberedPerson(storage)).toBeUndefined();
	});
});

describe('clearDevice', () => {
	it('leaves the device’s settings and finished routines alone', () => {
		const storage = new MemoryStorage();
		rememberPerson(ann, storage);
		const others = ['run', 'variant', 'challenge', 'seat:K7WQ2M', 'something-new'];
		const kept = ['theme', 'language', 'finished-run:1'];
		[...others, ...kept].forEach((key) => storage.set(key, key));
		clearDevice(storage);
		expect(storage.keys()).toEqual(kept);
	});

	it.each(['{', 'null', '7', '{"id":7}'])('RememberedPerson_DamagedEntry %s_IsNobody', (value) => {
		const storage = new MemoryStorage();
		storage.set('person', value);
		expect(rememberedPerson(storage)).toBeUndefined();
		expect(storage.get('person')).toBe(value);
	});
});
