import { storage, type KeyedStorage } from '$lib/storage/storage';

const KEY = 'letter-keys';

/** Whether single characters act as keys; they may be switched off, because speech input types them (WCAG 2.1.4). */
export class LetterKeys {
	on = $state(true);

	readonly #storage: Pick<KeyedStorage, 'get' | 'set'>;

	constructor(store: Pick<KeyedStorage, 'get' | 'set'> = storage) {
		this.#storage = store;
		this.on = store.get(KEY) !== 'off';
	}

	choose(on: boolean): void {
		this.on = on;
		this.#storage.set(KEY, on ? 'on' : 'off');
	}
}

export const letterKeys = new LetterKeys();

/** What a pressed key says; the part of a KeyboardEvent that decides. */
export type Pressed = Pick<
	KeyboardEvent,
	'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented' | 'preventDefault'
> & { target: unknown };

/** The controls that use the space bar themselves. */
const CONTROLS = 'button, summary, a[href], [role="button"]';
/** The controls that use most keys themselves. */
const FIELDS = 'input, textarea, select, [contenteditable]';

/**
 * Runs the action of a pressed key, by `event.key` with letters in lower case. Keys belong to a dialog while one is open, and
 * to the focused control if it uses them; a held key counts once.
 */
export function handleKey(
	event: Pressed,
	actions: Readonly<Record<string, () => void>>,
	letters: { readonly on: boolean } = letterKeys,
): void {
	const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
	const isLetter = key.length === 1 && key !== ' ';
	// A held Enter would click a focused button again and again.
	if (event.repeat && key === 'Enter' && isOn(event.target, 'button')) event.preventDefault();
	const action = actions[key];
	if (!action || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
	if (isOn(event.target, FIELDS) || (key === ' ' && isOn(event.target, CONTROLS))) return;
	if ((isLetter && !letters.on) || isDialogOpen()) return;
	event.preventDefault();
	if (!event.repeat) action();
}

function isOn(target: unknown, controls: string): boolean {
	return (target as Partial<Element> | null)?.closest?.(controls) != null;
}

const isDialogOpen = () => document.querySelector('dialog[open]') !== null;
