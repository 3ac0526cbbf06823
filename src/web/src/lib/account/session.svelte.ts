import { fetchAccount, logout } from '$lib/api/account';
import { ApiProblem } from '$lib/api/problem';
import type { AccountView } from '$lib/api/types';
import { clearDevice, forgetPerson, rememberedPerson, rememberPerson, type Person } from './person';

/** How long whoever is remembered waits for the server, in milliseconds. */
const TIMEOUT_MS = 3000;

/** Who is signed in, for the whole client. */
class Session {
	/** The account, null when signed out, undefined until the server was asked. */
	account = $state.raw<AccountView | null>();

	/** Who was signed in when the server could last be asked. */
	#remembered = $state.raw(rememberedPerson());

	/** Who is signed in; where the server cannot be asked, who was. */
	readonly person = $derived<Person | null | undefined>(
		this.account === undefined ? this.#remembered : this.account,
	);

	readonly isGuest = $derived(this.account?.roles.includes('guest') ?? false);

	/** Asks the server once. Without it, whoever was signed in still is; throws if nobody was. */
	async ready(): Promise<Person | null> {
		if (this.account !== undefined) return this.account;
		const remembered = this.#remembered;
		if (!remembered) return this.refresh();
		const refreshed = this.refresh().catch((error: unknown) => {
			if (error instanceof ApiProblem && error.isTransient) return remembered;
			throw error;
		});
		const timedOut = new Promise<Person>((resolve) => setTimeout(resolve, TIMEOUT_MS, remembered));
		return Promise.race([refreshed, timedOut]);
	}

	async refresh(): Promise<AccountView | null> {
		try {
			this.account = await fetchAccount();
			rememberPerson(this.account);
			this.#remembered = rememberedPerson();
		} catch (error) {
			if (!(error instanceof ApiProblem && error.status === 401)) throw error;
			this.account = null;
			forgetPerson();
			this.#remembered = undefined;
		}
		return this.account;
	}

	async signOut(): Promise<void> {
		await logout();
		this.account = null;
		clearDevice();
		this.#remembered = undefined;
	}
}

export const session = new Session();
