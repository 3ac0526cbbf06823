/** The secret in a wall's address, however much of the address was pasted. */
export function wallToken(address: string): string {
	const path = address.trim().split(/[?#]/)[0] ?? '';
	return path.split('/').filter(Boolean).at(-1) ?? '';
}
