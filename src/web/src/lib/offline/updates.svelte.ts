import type { ToWorker } from './messages';

const WORKER = '/service-worker.js';
/** How often an open tab checks for a new version, in milliseconds. */
const CHECK_INTERVAL_MS = 60 * 60_000;

/** Registers the service worker and detects new versions of the client. */
export class Updates {
	/** Whether a newer version than this page's is installed. */
	ready = $state(false);

	#registration: ServiceWorkerRegistration | undefined;
	#reloading = $state(false);

	/** Checks for new versions until the returned function is called. Without HTTPS there are no service workers. */
	open(workers: ServiceWorkerContainer | undefined = navigator.serviceWorker): () => void {
		if (!workers) return () => undefined;
		// The first worker has the same version as the page.
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

	/** Whether the page is about to reload. */
	get leaving(): boolean {
		return this.#reloading;
	}

	/** Whether the newest version is installed but not active. */
	get waits(): boolean {
		return this.#registration?.waiting != null;
	}

	/** Activates a waiting version. */
	takeOver(): void {
		const message: ToWorker = { kind: 'take-over' };
		this.#registration?.waiting?.postMessage(message);
	}

	/** Reloads this page in the newest version. */
	async reload(): Promise<void> {
		if (this.#reloading) return;
		this.#reloading = true;
		const waiting = this.#registration?.waiting;
		// The new worker is active only when the old one has finished its requests; a reload before that could get no answer.
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
			// Service workers are not allowed here, or the server is away: the client works without.
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
