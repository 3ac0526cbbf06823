/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />

// Makes the client work without a network. It caches the client's files (those of pages that need a network when they are
// used), its page for all page addresses, and the catalogue. Other requests, above all those with personal data, are not
// handled (lib/offline/requests.ts). It also sends finished routines when the network is back (lib/outbox).
//
// Page and files are cache first, so they are always of the same build, and the app opens at once also on a slow
// connection. A new build is installed in parallel and waits until a page asks it to take over.
import { build, files, version } from '$service-worker';
import { catalogue } from './lib/offline/catalogue';
import type { ToWorker } from './lib/offline/messages';
import { cacheStrategyFor } from './lib/offline/requests';
import { Shell } from './lib/offline/shell';
import { sendInBackground, SYNC_TAG } from './lib/outbox/backgroundSync';

const worker = self as unknown as ServiceWorkerGlobalScope;

const shell = new Shell(build, files, version, __UNHASHED__);
const known = new Set([...build, ...files]);

worker.addEventListener('install', (event) => event.waitUntil(shell.fill()));

worker.addEventListener('activate', (event) => {
	// Also controls pages that were opened before the first worker. Not awaited: a page that is being opened waits for the
	// activation, which would be a deadlock.
	void worker.clients.claim();
	event.waitUntil(shell.tidy());
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const asked = { method: request.method, mode: request.mode, url: new URL(request.url) };
	switch (cacheStrategyFor(asked, worker.location.origin, known)) {
		case 'page':
			return event.respondWith(shell.page(request));
		case 'file':
			return event.respondWith(shell.file(request, (work) => event.waitUntil(work)));
		case 'catalogue':
			return event.respondWith(catalogue.answer(request, (work) => event.waitUntil(work)));
		case 'leave':
	}
});

// Only Chromium has this event, and TypeScript's library does not know it.
worker.addEventListener('sync' as never, (event: ExtendableEvent & { tag: string }) => {
	if (event.tag === SYNC_TAG) event.waitUntil(sendInBackground());
});

worker.addEventListener('message', (event) => {
	const message = event.data as ToWorker;
	if (message.kind === 'take-over') event.waitUntil(worker.skipWaiting());
	// A failure is ignored: the next page load tries again.
	else event.waitUntil(catalogue.keep(message.language).catch(() => undefined));
});
