import { fetchAccount, logout } from '$lib/api/account';
import { ApiProblem } from '$lib/api/problem';
import type { AccountView } from '$lib/api/types';

/** Who is signed in, for the whole client. */
class Session {
	/** The account, null when signed out, undefined until the server was asked. */
	account = $state.raw<AccountView | null>();

	readonly isGuest = $derived(this.account?.roles.includes('guest') ?? false);

	/** Asks the server once; throws if it cannot be reached. */
	async ready(): Promise<AccountView | null> {
		return this.account === undefined ? this.refresh() : this.account;
	}

	async refresh(): Promise<AccountView | null> {
		try {
			this.account = await fetchAccount();
		} catch (error) {
			if (!(error instanceof ApiProblem && error.status === 401)) throw error;
			this.account = null;
		}
		return this.account;
	}

	async signOut(): Promise<void> {
		await logout();
		this.account = null;
	}
}

export const session = new Session();
