import { tick } from 'svelte';
import { messages } from '$lib/messages';
import { ApiProblem } from './problem';

const t = messages('validation');

/**
 * Sends one form: errors are shown beside their fields, the input is kept,
 * and focus moves to the first invalid field.
 */
export class Submission {
	busy = $state(false);
	fields = $state.raw<Readonly<Record<string, string>>>({});
	problem = $state<string>();

	/** Handles a form's submit event; `send` runs only if the browser finds every field valid. */
	handler(send: () => Promise<void>): (event: SubmitEvent) => Promise<void> {
		return async (event) => {
			event.preventDefault();
			const form = event.currentTarget as HTMLFormElement;
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
			return false;
		} finally {
			this.busy = false;
		}
	}

	/** Hides the general problem if a field of the form already shows it. */
	#hideRepeatedProblem(form: HTMLFormElement): void {
		if (Object.keys(this.fields).some((name) => form.elements.namedItem(name) !== null)) {
			this.problem = undefined;
		}
	}
}

function invalidFields(form: HTMLFormElement): Record<string, string> {
	const invalid: Record<string, string> = {};
	for (const element of form.elements) {
		if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) {
			if (!element.validity.valid) {
				invalid[element.name] ??= reasonFor(element);
			}
		}
	}
	return invalid;
}

function reasonFor(element: HTMLInputElement | HTMLSelectElement): string {
	const { validity, validationMessage } = element;
	if (validity.valueMissing) return t.required;
	if (validity.typeMismatch) return t.email;
	return (element instanceof HTMLInputElement && numberReason(element)) || validationMessage;
}

function numberReason({ type, validity, min, max, step }: HTMLInputElement): string | undefined {
	if (type !== 'number') return undefined;
	if (validity.badInput) return t.number;
	if (validity.rangeUnderflow || validity.rangeOverflow) return t.range(min, max);
	return validity.stepMismatch ? t.step(step) : undefined;
}

async function focusFirstError(form: HTMLFormElement): Promise<void> {
	await tick();
	form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
