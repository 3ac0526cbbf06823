/** Settles as the work does or, if that takes longer than `limitMs`, as `otherwise` does, which may throw. */
export async function withTimeout<T>(
	work: Promise<T>,
	limitMs: number,
	otherwise: () => T,
): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, limitMs)));
	try {
		return await Promise.race([work, timeout.then(otherwise)]);
	} finally {
		clearTimeout(timer);
	}
}
