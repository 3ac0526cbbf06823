import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MemoryStorage } from '$lib/storage/storage';
import { handleKey, LetterKeys, type Pressed } from './keys.svelte';

let isDialogOpen = false;

beforeEach(() => vi.stubGlobal('document', { querySelector: () => (isDialogOpen ? {} : null) }));
afterEach(() => {
	isDialogOpen = false;
	vi.unstubAllGlobals();
});

/** Presses a key, on a control of the given kind; returns how often its action ran and whether it was the page's. */
function press(change: Partial<Pressed>, control = 'main', letters = { on: true }) {
	const action = vi.fn();
	const preventDefault = vi.fn();
	const target = {
		closest: (list: string) => list.split(', ').find((one) => one === control) ?? null,
	};
	const event = {
		...{ repeat: false, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false },
		...{ key: 't', target, preventDefault, ...change },
	};
	handleKey(event, { t: action, ' ': action, ArrowRight: action, '?': action }, letters);
	return { ran: action.mock.calls.length, prevented: preventDefault.mock.calls.length > 0 };
}

it.each(['t', 'T', '?', ' ', 'ArrowRight'])('HandleKey_%s_RunsItsAction', (key) => {
	expect(press({ key })).toEqual({ ran: 1, prevented: true });
});

it.each(['ArrowRight', ' '])('HandleKey_Held %s_CountsOnceAndDoesNotScroll', (key) => {
	expect(press({ key, repeat: true })).toEqual({ ran: 0, prevented: true });
});

it('HandleKey_HeldEnterOnAButton_ClicksOnce', () => {
	expect(press({ key: 'Enter', repeat: true }, 'button').prevented).toBe(true);
	expect(press({ key: 'Enter' }, 'button').prevented).toBe(false);
});

it.each(['button', 'summary', 'a[href]'])('HandleKey_SpaceOn %s_BelongsToIt', (control) => {
	expect(press({ key: ' ' }, control)).toEqual({ ran: 0, prevented: false });
	expect(press({ key: 'ArrowRight' }, control).ran).toBe(1);
});

it.each(['input', 'textarea', 'select'])('HandleKey_AnyOn %s_BelongsToIt', (field) => {
	expect(press({ key: 't' }, field).ran).toBe(0);
	expect(press({ key: 'ArrowRight' }, field).ran).toBe(0);
});

it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { defaultPrevented: true }])(
	'HandleKey_With %j_DoesNothing',
	(change) => expect(press(change).ran).toBe(0),
);

it('HandleKey_OpenDialog_DoesNothing', () => {
	isDialogOpen = true;
	expect(press({ key: 'ArrowRight' })).toEqual({ ran: 0, prevented: false });
});

it('HandleKey_LettersOff_LeavesSpaceAndArrowsOnly', () => {
	const off = { on: false };
	expect(press({ key: 't' }, 'main', off).ran).toBe(0);
	expect(press({ key: '?' }, 'main', off).ran).toBe(0);
	expect(press({ key: ' ' }, 'main', off).ran).toBe(1);
	expect(press({ key: 'ArrowRight' }, 'main', off).ran).toBe(1);
});

it('LetterKeys_SwitchedOff_StayOffOnThisDevice', () => {
	const storage = new MemoryStorage();
	expect(new LetterKeys(storage).on).toBe(true);
	new LetterKeys(storage).choose(false);
	expect(new LetterKeys(storage).on).toBe(false);
	new LetterKeys(storage).choose(true);
	expect(new LetterKeys(storage).on).toBe(true);
});
