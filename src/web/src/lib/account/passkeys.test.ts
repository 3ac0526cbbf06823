import { afterEach, describe, expect, test, vi } from 'vitest';
import { hasPasskeys, makePasskey, usePasskey } from './passkeys';

function browser(answer: () => Promise<unknown>) {
	vi.stubGlobal('isSecureContext', true);
	vi.stubGlobal('location', { hostname: 'stretch.example.com' });
	vi.stubGlobal('PublicKeyCredential', {
		parseCreationOptionsFromJSON: (json: object) => ({ made: json }),
		parseRequestOptionsFromJSON: (json: object) => ({ asked: json }),
	});
	const credentials = { create: vi.fn(answer), get: vi.fn(answer) };
	vi.stubGlobal('navigator', { credentials });
	return credentials;
}

afterEach(() => vi.unstubAllGlobals());

describe('passkeys', () => {
	test('are offered where the browser has all it takes, on a secure page', () => {
		browser(async () => null);
		expect(hasPasskeys()).toBe(true);

		vi.stubGlobal('isSecureContext', false);
		expect(hasPasskeys()).toBe(false);

		vi.stubGlobal('isSecureContext', true);
		for (const hostname of ['127.0.0.1', '[::1]']) {
			vi.stubGlobal('location', { hostname });
			expect(hasPasskeys()).toBe(false);
		}

		vi.stubGlobal('location', { hostname: 'localhost' });
		expect(hasPasskeys()).toBe(true);

		vi.stubGlobal('PublicKeyCredential', {});
		expect(hasPasskeys()).toBe(false);
	});

	test("are made and used with the server's options, and answered with its state", async () => {
		const credentials = browser(async () => ({ toJSON: () => ({ id: 'key' }) }));
		const ceremony = { state: 'sealed', options: { challenge: 'abc' } };

		await expect(makePasskey(ceremony)).resolves.toEqual({
			state: 'sealed',
			credential: { id: 'key' },
		});
		await expect(usePasskey(ceremony)).resolves.toEqual({
			state: 'sealed',
			credential: { id: 'key' },
		});
		expect(credentials.create).toHaveBeenCalledWith({ publicKey: { made: { challenge: 'abc' } } });
		expect(credentials.get).toHaveBeenCalledWith({ publicKey: { asked: { challenge: 'abc' } } });
	});

	test.each([
		['NotAllowedError', 'cancelled'],
		['InvalidStateError', 'already'],
		['UnknownError', 'did not work'],
	])('say what went wrong: %s', async (name, words) => {
		browser(() => Promise.reject(new DOMException('', name)));

		await expect(usePasskey({ state: '', options: {} })).rejects.toThrow(new RegExp(words));
	});
});
