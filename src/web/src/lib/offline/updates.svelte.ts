import type { ToWorker } from './messages';

const WORKER = '/service-worker.js';
/** Tabs that stay open for days look for a new version this often, in milliseconds. */
const LOOK_AGAIN = 60 * 60_000;
/** A worker that does not take over within this time will not keep anybody waiting. */
const PATIENCE = 3000;

/** Keeps the client for use without a network, and knows when a newer one is there. */
export class Updates {
	/** Whether this page is of an older build than the one that is ready. */
	ready = $state(false);

	#registration: ServiceWorkerRegistration | undefined;
	#leaving = false;

	/** Looks for newer versions until it is stopped. Without HTTPS browsers have no workers: nothing is kept then. */
	open(workers: ServiceWorkerContainer | undefined = navigator.serviceWorker): () => void {
		if (!workers) return () => undefined;
		// The first worker of a device is as new as its page.
		let controlled = workers.controller !== null;
		const onchange = () => {
			if (controlled) this.ready = true;
			controlled = true;
		};
		workers.addEventListener('controllerchange', onchange);
		void this.#register(workers);
		const timer = setInterval(() => void this.#look(), LOOK_AGAIN);
		return () => {
			clearInterval(timer);
			workers.removeEventListener('controllerchange', onchange);
		};
	}

	/** Loads an address in the newest version. */
	async load(href: string): Promise<void> {
		if (this.#leaving) return;
		this.#leaving = true;
		const waiting = this.#registration?.waiting;
		if (waiting) await takeOver(waiting);
		// Only a reload fetches the page anew where the address stays, or differs behind its # alone.
		const stays = withoutHash(href) === withoutHash(location.href);
		if (stays) location.reload();
		else location.href = href;
	}

	async #register(workers: ServiceWorkerContainer): Promise<void> {
		try {
			const registration = await workers.register(WORKER, { updateViaCache: 'none' });
			this.#registration = registration;
			if (registration.waiting) this.#installed(workers);
			registration.addEventListener('updatefound', () => {
				const { installing } = registration;
				installing?.addEventListener('statechange', () => {
					if (installing.state === 'installed') this.#installed(workers);
				});
			});
			const { active } = await workers.ready;
			const keep: ToWorker = {
				kind: 'keep-catalogue',
				language: document.documentElement.lang,
			};
			active?.postMessage(keep);
		} catch (error) {
			// The browser allows no worker here, or the server is away: all else works without.
			console.info('Nothing is kept for use without a network.', error);
		}
	}

	#installed(workers: ServiceWorkerContainer): void {
		if (workers.controller) this.ready = true;
	}

	async #look(): Promise<void> {
		await this.#registration?.update().catch(() => undefined);
	}
}

async function takeOver(waiting: ServiceWorker): Promise<void> {
	await new Promise<void>((resolve) => {
		navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
		setTimeout(resolve, PATIENCE);
		const message: ToWorker = { kind: 'take-over' };
		waiting.postMessage(message);
	});
}

const withoutHash = (href: string) => href.split('#')[0];

export const updates = new Updates();
