import { language, routeMessagesLoaded } from '$lib/messages/language';
import { ApiProblem } from './problem';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A path of the API whose parts are escaped: path`/api/challenges/${id}`. */
export function path(parts: TemplateStringsArray, ...values: string[]): string {
	return String.raw({ raw: parts }, ...values.map(encodeURIComponent));
}

/** Calls the API and returns the answer's JSON; every failure is an {@link ApiProblem}. */
export async function request<T = void>(method: Method, url: string, body?: unknown): Promise<T> {
	const response = await send(method, url, body);
	if (!response.ok) {
		throw await ApiProblem.fromResponse(response);
	}
	if (response.status === 204 || response.headers.get('Content-Length') === '0') {
		return undefined as T;
	}
	return (await response.json().catch(() => undefined)) as T;
}

async function send(method: Method, url: string, body: unknown): Promise<Response> {
	const headers: Record<string, string> = {
		Accept: 'application/json',
		'Accept-Language': language(),
	};
	const init: RequestInit = { method, headers };
	if (body !== undefined) {
		headers['Content-Type'] = 'application/json';
		init.body = JSON.stringify(body);
	}
	try {
		return await fetch(url, init);
	} catch {
		await routeMessagesLoaded();
		throw ApiProblem.unreachable();
	}
}
