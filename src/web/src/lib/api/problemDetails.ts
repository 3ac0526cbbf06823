/** The values that words for a code need, as the server sends them. */
export type ProblemParams = Readonly<Record<string, string | number>>;

/** The JSON of a refused call (RFC 9457), with the status of its answer. */
export interface ProblemDetails {
	status: number;
	type?: string;
	title?: string;
	detail?: string;
	params?: ProblemParams;
	errors?: Readonly<Record<string, string[]>>;
	errorCodes?: Readonly<Record<string, { code: string; params?: ProblemParams }[]>>;
}

/** Reads the details of a refusal; only its status if it has no JSON. */
export async function readDetails(response: Response): Promise<ProblemDetails> {
	const body: unknown = await response.json().catch(() => undefined);
	return { ...(typeof body === 'object' ? body : undefined), status: response.status };
}

/** The last part of a problem's `type`, such as `too-early`. */
export function kindOf({ type }: Pick<ProblemDetails, 'type'>): string {
	return typeof type === 'string' ? (type.split(/[/:#]/).at(-1) ?? '') : '';
}
