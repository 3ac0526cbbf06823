/** Copies a field's text; on plain HTTP, without the clipboard API, by the old command. */
export async function copyText(field: HTMLInputElement): Promise<boolean> {
	field.select();
	try {
		await navigator.clipboard.writeText(field.value);
		return true;
	} catch {
		return document.execCommand('copy');
	}
}
