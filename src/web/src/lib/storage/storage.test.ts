import { describe, expect, it } from 'vitest';
import { BrowserStorage, MemoryStorage, readJson } from './storage';

/** Local storage with the given values, whose methods may be replaced. */
function local(values: Record<string, string> = {}, change: object = {}): Storage {
	const methods = {
		getItem: (key: string) => values[key] ?? null,
		setItem: (key: string, value: string) => void (values[key] = value),
		removeItem: (key: string) => void Reflect.deleteProperty(values, key),
	};
	for (const [name, value] of Object.entries({ ...methods, ...change })) {
		Object.defineProperty(values, name, { value, enumerable: false });
	}
	return values as unknown as Storage;
}

const refuse = () => {
	throw new DOMException('', 'QuotaExceededError');
};

describe('BrowserStorage', () => {
	it('Set_FullStorage_KeepsInMemoryAndSaysSo', () => {
		const storage = new BrowserStorage(() => local({ old: '1' }, { setItem: refuse }));
		expect(storage.set('new', '2')).toBe(false);
		expect(storage.get('new')).toBe('2');
		expect(storage.get('old')).toBe('1');
		expect(storage.keys().sort()).toEqual(['new', 'old']);
		storage.remove('new');
		expect(storage.get('new')).toBeNull();
	});

	it('Set_RoomAgain_StoresAndSaysSo', () => {
		let isFull = true;
		const values: Record<string, string> = {};
		const setItem = (key: string, value: string) => (isFull ? refuse() : (values[key] = value));
		const store = local(values, { setItem });
		const storage = new BrowserStorage(() => store);
		storage.set('key', '1');
		isFull = false;
		expect(storage.set('key', '2')).toBe(true);
		expect(values.key).toBe('2');
		expect(storage.get('key')).toBe('2');
	});

	it('AnyCall_BlockedStorage_WorksInMemory', () => {
		const storage = new BrowserStorage(refuse as never);
		expect(storage.get('key')).toBeNull();
		expect(storage.keys()).toEqual([]);
		expect(storage.set('key', '1')).toBe(false);
		expect(storage.get('key')).toBe('1');
		storage.remove('key');
		expect(storage.keys()).toEqual([]);
	});

	it('AnyCall_MissingStorage_WorksInMemory', () => {
		const storage = new BrowserStorage(() => null as unknown as Storage);
		expect(storage.get('key')).toBeNull();
		expect(storage.set('key', '1')).toBe(false);
		expect(storage.keys()).toEqual(['key']);
	});

	it('Remove_ThatTheBrowserRefuses_IsGoneForThisPage', () => {
		const storage = new BrowserStorage(() => local({ key: '1' }, { removeItem: refuse }));
		storage.remove('key');
		expect(storage.get('key')).toBeNull();
		expect(storage.keys()).toEqual([]);
	});
});

describe('readJson', () => {
	const read = (value: string) => {
		const storage = new MemoryStorage();
		storage.set('key', value);
		const isNamed = ({ name }: { name?: string }) => typeof name === 'string';
		return [readJson<{ name: string }>(storage, 'key', isNamed), storage.get('key')];
	};

	it.each(['{', '', 'null', '[]', '"Ann"', '7', '{"name":7}', '{}'])(
		'ReadJson_DamagedValue %s_IsNoneAndStays',
		(value) => expect(read(value)).toEqual([undefined, value]),
	);

	it('ReadJson_ValueOfTheShape_IsRead', () => {
		expect(read('{"name":"Ann"}')[0]).toEqual({ name: 'Ann' });
	});
});
