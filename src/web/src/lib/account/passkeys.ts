import { ApiProblem } from '$lib/api/problem';
import type { PasskeyAnswer, PasskeyCeremony } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';

/** An IPv4 or IPv6 address, as `location.hostname` has it. */
const NUMERIC_HOST = /^[\d.]+$|^\[/;

/** Whether this browser can make and use passkeys here: they are bound to a name, and need TLS unless the server is this machine. */
export const hasPasskeys = (): boolean =>
	isSecureContext &&
	!NUMERIC_HOST.test(location.hostname) &&
	typeof PublicKeyCredential !== 'undefined' &&
	typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
	typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

/** Makes a passkey on a device of the person's choice. */
export const makePasskey = (ceremony: PasskeyCeremony): Promise<PasskeyAnswer> =>
	answer(ceremony, (options) =>
		navigator.credentials.create({
			publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
				options as PublicKeyCredentialCreationOptionsJSON,
			),
		}),
	);

/** Asks for one of the person's passkeys. */
export const usePasskey = (ceremony: PasskeyCeremony): Promise<PasskeyAnswer> =>
	answer(ceremony, (options) =>
		navigator.credentials.get({
			publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
				options as PublicKeyCredentialRequestOptionsJSON,
			),
		}),
	);

async function answer(
	{ state, options }: PasskeyCeremony,
	ask: (options: unknown) => Promise<Credential | null>,
): Promise<PasskeyAnswer> {
	const credential = await ask(options).catch((error: unknown) => {
		throw new ApiProblem(0, wordsFor(error));
	});
	return { state, credential: (credential as PublicKeyCredential).toJSON() };
}

/** WebAuthn Level 3, 5.1: what the browser says went wrong. */
function wordsFor(error: unknown): string {
	switch (error instanceof DOMException ? error.name : '') {
		case 'NotAllowedError':
		case 'AbortError':
			return m.passkey_cancelled();
		case 'InvalidStateError':
			return m.passkey_there_already();
		default:
			return m.passkey_failed();
	}
}
