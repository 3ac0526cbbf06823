import { beforeEach, describe, expect, it, vi } from 'vitest';
import { storage } from '$lib/storage/storage';
import { chooseLanguage, chosenLanguage, keepsLanguage } from './language';

beforeEach(() => {
	const history = {
		state: { scroll: 1 } as unknown,
		replaceState: (state: unknown) => (history.state = state),
	};
	vi.stubGlobal('history', history);
	vi.stubGlobal('location', { reload: () => undefined });
});

describe('chooseLanguage', () => {
	it('ChooseLanguage_StorageThatKeeps_StoresIt', () => {
		vi.spyOn(storage, 'set').mockImplementation(() => true);
		vi.spyOn(storage, 'get').mockImplementation(() => 'de');
		chooseLanguage('de');
		expect([chosenLanguage(), keepsLanguage()]).toEqual(['de', true]);
	});

	it('ChooseLanguage_StorageThatIsBlocked_OutlivesTheReloadOnly', () => {
		vi.spyOn(storage, 'set').mockImplementation(() => false);
		vi.spyOn(storage, 'get').mockImplementation(() => null);
		chooseLanguage('de');
		expect([chosenLanguage(), keepsLanguage()]).toEqual(['de', false]);
		expect(history.state).toEqual({ scroll: 1, language: 'de' });
		chooseLanguage(undefined);
		expect([chosenLanguage(), keepsLanguage()]).toEqual([undefined, true]);
	});
});
