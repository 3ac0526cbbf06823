import { isOurs } from '$lib/api/mark';
import { ApiProblem } from '$lib/api/problem';
import { getLocale } from '$lib/paraglide/runtime';

const FILE = 'stretchchallenge-export.zip';
/** The server answers as soon as it has read everything; reading an account of years takes less than a second. */
const TIMEOUT_MS = 60_000;

/** Downloads everything that the server has stored about the person, as a file. */
export async function downloadExport(): Promise<void> {
	save(await fetchExport());
}

/** The file, with its page in the client's language. */
export async function fetchExport(): Promise<Blob> {
	let response: Response;
	try {
		response = await fetch('/api/account/export', {
			headers: { Accept: 'application/zip', 'Accept-Language': getLocale() },
			redirect: 'manual',
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		if (response.ok && isOurs(response)) return await response.blob();
	} catch {
		throw ApiProblem.unreachable();
	}
	throw isOurs(response) ? await ApiProblem.fromResponse(response) : ApiProblem.unreachable();
}

function save(file: Blob): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = FILE;
	link.click();
	// Browsers read the file after the click.
	setTimeout(() => URL.revokeObjectURL(link.href), TIMEOUT_MS);
}
