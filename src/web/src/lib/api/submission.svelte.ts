import { tick } from 'svelte';
import { ApiProblem } from './problem';
import { onceReachable } from './reachable';
import { errorsAfterInput, invalidFields } from './validation';

/**
 * Sends one form: errors are shown beside their fields, the input is kept,
 * and focus moves to the first invalid field.
 */
export class Submission {
	busy = $state(false);
	fields = $state.raw<Readonly<Record<string, string>>>({});
	problem = $state<string>();

	/** The forms whose corrections are followed. */
	readonly #forms = new WeakSet<HTMLFormElement>();

	/** Handles a form's submit event; `send` runs only if the browser finds every field valid. */
	handler(send: () => Promise<void>): (event: SubmitEvent) => Promise<void> {
		return async (event) => {
			event.preventDefault();
			const form = event.currentTarget as HTMLFormElement;
			this.#followCorrections(form);
			this.fields = invalidFields(form);
			this.problem = undefined;
			if (Object.keys(this.fields).length === 0) {
				await this.run(send);
				this.#hideRepeatedProblem(form);
			}
			await focusFirstError(form);
		};
	}

	/** Runs `send` unless another call is running; stores the problem if it fails. Returns whether it succeeded. */
	async run(send: () => Promise<void>): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.problem = undefined;
		try {
			await send();
			return true;
		} catch (error) {
			const problem = ApiProblem.from(error);
			this.fields = problem.fields;
			this.problem = problem.message;
			if (problem.isUnreachable) this.#clearOnceReachable(problem.message);
			return false;
		} finally {
			this.busy = false;
		}
	}

	/** Removes all errors, for a form that is used for something else now. */
	clear(): void {
		this.fields = {};
		this.problem = undefined;
	}

	/** An error is shown until its field is corrected, and the general problem until anything is. */
	#followCorrections(form: HTMLFormElement): void {
		if (this.#forms.has(form)) return;
		this.#forms.add(form);
		form.addEventListener('input', ({ target }) => {
			this.fields = errorsAfterInput(this.fields, target);
			this.problem = undefined;
		});
	}

	#clearOnceReachable(message: string): void {
		onceReachable(() => {
			if (this.problem === message) this.problem = undefined;
		});
	}

	/** Hides the general problem if a field of the form already shows it. */
	#hideRepeatedProblem(form: HTMLFormElement): void {
		if (Object.keys(this.fields).some((name) => form.elements.namedItem(name) !== null)) {
			this.problem = undefined;
		}
	}
}

async function focusFirstError(form: HTMLFormElement): Promise<void> {
	await tick();
	form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
