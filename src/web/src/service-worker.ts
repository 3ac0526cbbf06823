/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />

// Opens the client without a network. It answers with the client's own files, with its page for every address of a
// page, and with the catalogue; all else, above all whatever is somebody's own, it never touches (lib/offline/requests.ts).
//
// The page comes from the cache first: page and parts are then always of one build, and the app opens at once, on a
// line that hangs too. A new build is installed beside it and waits until a page asks it to take over.
import { build, files, version } from '$service-worker';
import { catalogue } from './lib/offline/catalogue';
import type { ToWorker } from './lib/offline/messages';
import { cacheStrategyFor } from './lib/offline/requests';
import { Shell } from './lib/offline/shell';

const worker = self as unknown as ServiceWorkerGlobalScope;

const shell = new Shell(build, files, version, __UNHASHED__);
const known = new Set([...build, ...files]);

worker.addEventListener('install', (event) => event.waitUntil(shell.fill()));

worker.addEventListener('activate', (event) => {
	// Pages opened before the first worker get it too. Nobody waits for it: a page that is just being opened waits for
	// the worker in turn.
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
			return event.respondWith(shell.file(request));
		case 'catalogue':
			return event.respondWith(catalogue.answer(request, (work) => event.waitUntil(work)));
		case 'leave':
	}
});

worker.addEventListener('message', (event) => {
	const message = event.data as ToWorker;
	if (message.kind === 'take-over') event.waitUntil(worker.skipWaiting());
	// Without a network it is kept another time.
	else event.waitUntil(catalogue.keep(message.language).catch(() => undefined));
});
