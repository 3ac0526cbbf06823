import { deleteAccount, fetchAccount, logout } from '$lib/api/account';
import { ApiProblem } from '$lib/api/problem';
import type { AccountView } from '$lib/api/types';
import { withTimeout } from '$lib/time/withTimeout';
import { clearDevice, forgetPerson, rememberedPerson, rememberPerson, type Person } from './person';

/** How long to wait for the server before going on as the remembered person, in milliseconds. */
const TIMEOUT_MS = 3000;

/** Who is signed in, for the whole client. */
class Session {
	/** The account; null when signed out, undefined until the server has answered. */
	account = $state.raw<AccountView | null>();

	/** Who was signed in at the last answer of the server. */
	#remembered = $state.raw(rememberedPerson());

	/** Who is signed in, or was at the last answer of the server if it cannot be reached. */
	readonly person = $derived<Person | null | undefined>(
		this.account === undefined ? this.#remembered : this.account,
	);

	readonly isGuest = $derived(this.account?.roles.includes('guest') ?? false);

	readonly isAdministrator = $derived(this.account?.roles.includes('siteAdministrator') ?? false);

	/** The first page of who is signed in: Today, or the boards for guests of the demo. */
	readonly home = $derived(this.isGuest ? '/boards' : '/today');

	/** Fetches the account once. If the server is away or slow, returns the remembered person; throws if there is none. */
	async ready(): Promise<Person | null> {
		if (this.account !== undefined) return this.account;
		const remembered = this.#remembered;
		if (!remembered) return this.refresh();
		const refreshed = this.refresh().catch<Person | null>((error: unknown) => {
			if (error instanceof ApiProblem && error.isTransient) return remembered;
			throw error;
		});
		return withTimeout(refreshed, TIMEOUT_MS, () => remembered);
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

	/** Deletes the account, and everything of it on this device. */
	async deleteAccount(password?: string): Promise<void> {
		await deleteAccount(password);
		const id = this.person?.id ?? '';
		this.account = null;
		const { eraseDevice } = await import('./erase');
		await eraseDevice(id);
		this.#remembered = undefined;
	}

	async signOut(): Promise<void> {
		await logout();
		this.account = null;
		clearDevice();
		this.#remembered = undefined;
	}
}

export const session = new Session();
