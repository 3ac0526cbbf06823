/** A call fails when the connection breaks; the next connect begins anew, so nothing is lost. */
export function ignoreLostConnection(_: unknown): void {}
