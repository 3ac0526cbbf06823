import type { ToWorker } from './messages';

const WORKER = '/service-worker.js';
/** Tabs that stay open for days look for a new version this often, in milliseconds. */
const CHECK_INTERVAL_MS = 60 * 60_000;

/** Keeps the client for use without a network, and knows when a newer one is there. */
export class Updates {
	/** Whether this page is of an older build than the one that is ready. */
	ready = $state(false);

	#registration: ServiceWorkerRegistration | undefined;
	#reloading = $state(false);

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
		const timer = setInterval(() => void this.#checkForUpdate(), CHECK_INTERVAL_MS);
		return () => {
			clearInterval(timer);
			workers.removeEventListener('controllerchange', onchange);
		};
	}

	/** Whether the newest version is on its way. */
	get leaving(): boolean {
		return this.#reloading;
	}

	/** Whether the newest version still waits to be let in. */
	get waits(): boolean {
		return this.#registration?.waiting != null;
	}

	/** Lets a version that waits take over. */
	takeOver(): void {
		const message: ToWorker = { kind: 'take-over' };
		this.#registration?.waiting?.postMessage(message);
	}

	/** Loads this page anew, in the newest version. */
	async reload(): Promise<void> {
		if (this.#reloading) return;
		this.#reloading = true;
		const waiting = this.#registration?.waiting;
		// The worker before first ends what it is at. To go before that could leave the page with none to answer it.
		const active = waiting ? activated(waiting) : undefined;
		this.takeOver();
		await active;
		location.reload();
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

	async #checkForUpdate(): Promise<void> {
		await this.#registration?.update().catch(() => undefined);
	}
}

const activated = (worker: ServiceWorker) =>
	new Promise<void>((resolve) => {
		worker.addEventListener('statechange', () => {
			if (worker.state === 'activated') resolve();
		});
	});

export const updates = new Updates();
