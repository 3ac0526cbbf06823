import { kindOf, readDetails } from './problemDetails';

/** Requests that the server refuses until the person has confirmed who they are: they are asked, and the request is sent again. */
export class Confirming {
	/** Whether the dialog is to be open. */
	asks = $state(false);

	/** Whether there is a page that shows the dialog. */
	#canAsk = false;
	#answer?: Promise<boolean>;
	#resolve?: (confirmed: boolean) => void;

	/** Shows the dialog from now on, until the function returned is called. */
	attach(): () => void {
		this.#canAsk = true;
		return () => {
			this.#canAsk = false;
			this.answer(false);
		};
	}

	/** Asks if this is such a refusal; returns whether the request is to be sent again. */
	async settle(response: Response): Promise<boolean> {
		if (response.status !== 403 || !this.#canAsk) return false;
		const details = await readDetails(response.clone());
		return kindOf(details) === 'fresh-sign-in-needed' && this.#ask();
	}

	/** The person has confirmed who they are, or would rather not. */
	answer(confirmed: boolean): void {
		this.asks = false;
		this.#resolve?.(confirmed);
		this.#answer = undefined;
	}

	/** Requests that are refused at once are asked about once. */
	#ask(): Promise<boolean> {
		this.asks = true;
		this.#answer ??= new Promise((resolve) => (this.#resolve = resolve));
		return this.#answer;
	}
}

export const confirming = new Confirming();
