import { getLocale } from '$lib/paraglide/runtime';
import { isOurs } from './mark';
import { ApiProblem } from './problem';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A path of the API whose parts are escaped: path`/api/challenges/${id}`. */
export function path(parts: TemplateStringsArray, ...values: string[]): string {
	return String.raw({ raw: parts }, ...values.map(encodeURIComponent));
}

/**
 * Calls the API and returns the answer's JSON; every failure is an {@link ApiProblem}. An answer that is not the server's, or
 * that did not arrive whole, is like none: whether the call was carried out is unknown.
 */
export async function request<T = void>(method: Method, url: string, body?: unknown): Promise<T> {
	const response = await send(method, url, body);
	if (!isOurs(response)) throw ApiProblem.unreachable();
	if (!response.ok) {
		throw await ApiProblem.fromResponse(response);
	}
	if (response.status === 204) return undefined as T;
	try {
		return (await response.json()) as T;
	} catch {
		throw ApiProblem.unreachable();
	}
}

async function send(method: Method, url: string, body: unknown): Promise<Response> {
	const headers: Record<string, string> = {
		Accept: 'application/json',
		'Accept-Language': getLocale(),
	};
	const init: RequestInit = { method, headers };
	if (body !== undefined) {
		headers['Content-Type'] = 'application/json';
		init.body = JSON.stringify(body);
	}
	try {
		return await fetch(url, init);
	} catch {
		throw ApiProblem.unreachable();
	}
}
