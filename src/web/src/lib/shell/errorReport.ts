import { page } from '$app/state';
import { api } from '$lib/api/client';
import { ApiProblem } from '$lib/api/problem';
import type { ClientErrorReport } from '$lib/api/types';
import { isLostChunk } from '$lib/offline/lostChunk';

/** Reports of one page load; an error that comes again and again is seen in the first. */
const MOST = 5;

/** A frame of a stack that is in the client's own files. */
const OWN_FRAME = /:\/\/[^\s/]+\/(_app\/[\w./-]+\.js:\d+:\d+)/g;

/** What browsers say of a fetch that failed, and of errors that are no fault: of a foreign script, or of a layout's delay. */
const NO_FAULT =
	/^(TypeError: )?(Failed to fetch|NetworkError|Load failed|network error)|^Script error|^ResizeObserver loop/i;

const BROWSERS = [
	['Edge', /\bEdg(?:A|iOS)?\/(\d+)/],
	['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
	['Chrome', /\b(?:Chrome|CriOS)\/(\d+)/],
	['Safari', /\bVersion\/(\d+).*\bSafari\//],
] as const;

const reported = new Set<string>();

/** Sends an error to the server's log, once, unless it is none of the client's. */
export function report(error: unknown, route: string | null = page.route.id): void {
	const body = reportOf(error, route, navigator.userAgent);
	if (!body) return;
	const key = `${body.message} ${body.stack?.[0]}`;
	if (reported.has(key) || reported.size >= MOST) return;
	reported.add(key);
	api.POST('/api/client-errors', { body, keepalive: true }).catch(() => undefined);
}

/** What is reported of an error: nothing of the person, and of the page its route alone; undefined if it is not to be reported. */
export function reportOf(
	error: unknown,
	route: string | null,
	userAgent: string,
): ClientErrorReport | undefined {
	if (error instanceof ApiProblem || error instanceof DOMException || isLostChunk(error)) {
		return undefined;
	}
	const message = String(error);
	const trace = error instanceof Error ? (error.stack ?? '') : '';
	const stack = Array.from(trace.matchAll(OWN_FRAME), ([, frame = '']) => frame);
	// Extensions and injected scripts throw in pages too.
	const isForeign = trace.includes('://') && stack.length === 0;
	if (isForeign || NO_FAULT.test(message)) return undefined;
	return {
		message: message.slice(0, 500),
		stack: stack.slice(0, 10),
		route,
		browser: browserOf(userAgent),
	};
}

function browserOf(userAgent: string): string | null {
	for (const [name, pattern] of BROWSERS) {
		const version = pattern.exec(userAgent)?.[1];
		if (version) return `${name} ${version}`;
	}
	return null;
}
