/** An address as mail programs write it: `Ana Bell <ana@example.org>`, or the address alone. */
const NAMED = /^"?(?<name>[^"<>]*?)"?\s*<(?<email>[^<>]+)>$/;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Pasted addresses, one a line or separated by commas or semicolons, as a CSV file: its row is the number of the address plus one. */
export function addressesAsCsv(pasted: string): string {
	const rows = addressesIn(pasted).map((entry) => {
		const { name = '', email = entry } = NAMED.exec(entry)?.groups ?? {};
		return `${quoted(email.trim())},${quoted(name.trim())}`;
	});
	return ['email,name', ...rows].join('\n');
}

/** The addresses pasted, with their names. */
export function addressesIn(pasted: string): string[] {
	return pasted
		.split(/[\n,;]+(?=(?:[^"]*"[^"]*")*[^"]*$)/)
		.map((entry) => entry.trim())
		.filter(Boolean);
}
