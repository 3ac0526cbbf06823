// What goes on behind the pages. It is loaded after the first of them is shown: nobody waits for it.
import { mount } from 'svelte';
import Offline from './Offline.svelte';
import { isLostChunk, reloadFor } from './lostChunk';

mount(Offline, { target: document.body });

/** Where a page misses a part, the server has another version by now: the address is loaded in that one. */
export async function recover(error: unknown, href: string): Promise<void> {
	if (isLostChunk(error)) await reloadFor(href);
}
