import { messages } from '$lib/messages';
import { routeMessagesLoaded, loadProblemMessages } from '$lib/messages/language';
import { kindOf, readDetails, type ProblemDetails } from './problemDetails';

const t = messages('errors');
const problems = messages('problems');

const UNREACHABLE = 'unreachable';

/** A refused or failed call: RFC 9457 problem details, or status 0 when no answer came at all. */
export class ApiProblem extends Error {
	override readonly name = 'ApiProblem';

	constructor(
		readonly status: number,
		message: string,
		/** The first message for each field, under the field's camelCase name. */
		readonly fields: Readonly<Record<string, string>> = {},
		/** The last part of the problem's `type`, such as `too-early`. */
		readonly kind = '',
		/** Seconds to wait before another try, where the server names them. */
		readonly retryAfter?: number,
	) {
		super(message);
	}

	/** Whether the same call may succeed later without any change. */
	get isTransient(): boolean {
		return this.status === 0 || this.status === 429 || this.status >= 500;
	}

	/** Whether no answer came at all: the device is offline, or the server is away. */
	get isUnreachable(): boolean {
		return this.kind === UNREACHABLE;
	}

	static unreachable(): ApiProblem {
		return new ApiProblem(0, t.unreachable, {}, UNREACHABLE);
	}

	/** The problem itself, or a general one for any other thrown value. */
	static from(error: unknown): ApiProblem {
		return error instanceof ApiProblem ? error : new ApiProblem(0, t.unexpected);
	}

	static async fromResponse(response: Response): Promise<ApiProblem> {
		const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
		return ApiProblem.fromDetails(await readDetails(response), retryAfter);
	}

	static async fromDetails(details: ProblemDetails, retryAfter?: number): Promise<ApiProblem> {
		await routeMessagesLoaded();
		const { status, title, detail, errors } = details;
		const kind = kindOf(details);
		// Every start without a session gets this answer: its messages are not worth a request.
		const isSignedOut = kind === 'not-signed-in';
		if (!isSignedOut) await loadProblemMessages();
		const fields = firstMessages(kind, errors);
		const translated = isSignedOut ? '' : translate(kind, detail) || translate(kind, title);
		return new ApiProblem(status, translated || messageFor(status), fields, kind, retryAfter);
	}
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The server's English text in the language shown; empty if there is no translation. */
function translate(kind: string, english: unknown): string {
	return problems.translate(kind, text(english) ?? '');
}

function firstMessages(kind: string, errors: unknown): Record<string, string> {
	const entries = Object.entries((errors ?? {}) as Record<string, string | string[]>);
	return Object.fromEntries(
		entries.map(([field, messages]) => [
			field.charAt(0).toLowerCase() + field.slice(1),
			problems.translate(kind, [messages].flat()[0] ?? '') || t.field,
		]),
	);
}

function messageFor(status: number): string {
	if (status === 429) return t.tooMany;
	if (status === 401) return t.signedOut;
	if (status === 403 || status === 404) return t.notFound;
	return status >= 500 ? t.server : t.unexpected;
}
