import { m } from '$lib/paraglide/messages';
import { loadProblemMessages, problemText } from '$lib/messages/problems';
import { isLostChunk } from '$lib/offline/lostChunk';
import { kindOf, readDetails, type ProblemDetails } from './problemDetails';

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
		return new ApiProblem(0, m.errors_unreachable(), {}, UNREACHABLE);
	}

	/** The problem itself, or one for any other thrown value. */
	static from(error: unknown): ApiProblem {
		if (error instanceof ApiProblem) return error;
		return isLostChunk(error) ? ApiProblem.unreachable() : new ApiProblem(0, m.errors_unexpected());
	}

	static async fromResponse(response: Response): Promise<ApiProblem> {
		const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
		return ApiProblem.fromDetails(await readDetails(response), retryAfter);
	}

	static async fromDetails(details: ProblemDetails, retryAfter?: number): Promise<ApiProblem> {
		const { status, params, title, detail } = details;
		const kind = kindOf(details);
		// Every start without a session gets this answer: its messages are not worth a request.
		const isSignedOut = kind === 'not-signed-in';
		if (!isSignedOut) await loadProblemMessages();
		const told = isSignedOut ? '' : problemText(kind, params, detail ?? title);
		return new ApiProblem(
			status,
			told || messageFor(status),
			fieldTexts(details),
			kind,
			retryAfter,
		);
	}
}

function fieldTexts({ errors = {}, errorCodes = {} }: ProblemDetails): Record<string, string> {
	return Object.fromEntries(
		Object.entries(errors).map(([field, sentences]) => {
			const first = errorCodes[field]?.[0];
			return [
				field,
				problemText(first?.code ?? '', first?.params, sentences[0]) || m.errors_field(),
			];
		}),
	);
}

function messageFor(status: number): string {
	if (status === 429) return m.errors_too_many();
	if (status === 401) return m.errors_signed_out();
	if (status === 403 || status === 404) return m.errors_not_found();
	return status >= 500 ? m.errors_server() : m.errors_unexpected();
}
