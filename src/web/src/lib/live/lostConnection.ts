/** For calls that fail when the connection is lost: the next connect fetches a new snapshot. */
export function ignoreLostConnection(_: unknown): void {}
