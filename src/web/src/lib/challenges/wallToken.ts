/** The token in a wall's address, which may be the whole address or just its end. */
export function wallToken(address: string): string {
	const path = address.trim().split(/[?#]/)[0] ?? '';
	return path.split('/').filter(Boolean).at(-1) ?? '';
}
