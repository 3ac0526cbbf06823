/** Copies a field's text; with the deprecated command on plain HTTP, where there is no clipboard API. */
export async function copyText(field: HTMLInputElement): Promise<boolean> {
	field.select();
	try {
		await navigator.clipboard.writeText(field.value);
		return true;
	} catch {
		return document.execCommand('copy');
	}
}
