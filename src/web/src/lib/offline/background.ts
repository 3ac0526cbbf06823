// Work in the background, loaded after the first page is shown.
import { mount } from 'svelte';
import Offline from './Offline.svelte';
import { isLostChunk, reloadFor } from './lostChunk';

mount(Offline, { target: document.body });

/** After a failed dynamic import, reloads the address: the server has another version by now. */
export async function recover(error: unknown, href: string): Promise<void> {
	if (isLostChunk(error)) await reloadFor(href);
}
