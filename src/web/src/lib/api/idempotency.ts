import type { Middleware } from 'openapi-fetch';
import { newCommandId } from './commandId';

const HEADER = 'Idempotency-Key';

/**
 * How long the repeat of an unanswered POST is taken for the same command, in milliseconds. The server keeps answers longer,
 * but much later the person means another one.
 */
const REPEAT_MS = 60 * 60_000;

/** Accounts take no key, check-ins have their command id, and nothing is stored of a run that starts or of an error. */
const WITHOUT_KEY = /^\/api\/(account|check-ins|runs|client-errors)(\/|$)/;

/** The keys of the POSTs that got no answer yet, by address and body. */
const unanswered = new Map<string, { key: string; since: number }>();

/** Gives each POST an `Idempotency-Key`: one that is sent again because no answer came has the same key, and is carried out once. */
export const idempotency: Middleware = {
	async onRequest({ request, schemaPath }) {
		if (request.method !== 'POST' || WITHOUT_KEY.test(schemaPath)) return;
		const call = `${request.url} ${await request.clone().text()}`;
		const before = unanswered.get(call);
		const isRepeat = before !== undefined && Date.now() - before.since < REPEAT_MS;
		const key = isRepeat ? before.key : newCommandId();
		if (!isRepeat) unanswered.set(call, { key, since: Date.now() });
		request.headers.set(HEADER, key);
	},

	onResponse({ request, response }) {
		// `Retry-After` is also in the 409 for a key whose first request is still being carried out.
		if (response.status >= 500 || response.headers.has('Retry-After')) return;
		const answered = request.headers.get(HEADER);
		for (const [call, { key }] of unanswered) if (key === answered) unanswered.delete(call);
	},
};
