import { m } from '$lib/paraglide/messages';
import { dayWithYear } from '$lib/time/dates';

/** What the validation of a control needs to know of it; inputs and selects have it. */
export interface Control {
	name: string;
	type: string;
	validity: Partial<ValidityState>;
	validationMessage: string;
	min?: string;
	max?: string;
	step?: string;
}

type Errors = Readonly<Record<string, string>>;

const isControl = (element: unknown): element is Control =>
	element instanceof HTMLInputElement || element instanceof HTMLSelectElement;

/** The error of each field of a form that the browser finds invalid, under the field's name. */
export function invalidFields(form: HTMLFormElement): Errors {
	const invalid: Record<string, string> = {};
	for (const element of form.elements) {
		if (isControl(element) && !element.validity.valid) {
			invalid[element.name] ??= reasonFor(element);
		}
	}
	return invalid;
}

/** The errors that are left after an input: that of the changed field goes unless the browser still finds it invalid. */
export function errorsAfterInput(errors: Errors, target: unknown): Errors {
	return isControl(target) ? withoutCorrected(errors, target) : errors;
}

export function withoutCorrected(errors: Errors, control: Control): Errors {
	if (!(control.name in errors)) return errors;
	if (!control.validity.valid) return { ...errors, [control.name]: reasonFor(control) };
	return Object.fromEntries(Object.entries(errors).filter(([name]) => name !== control.name));
}

/** Why the browser finds a control invalid, in the language shown. */
export function reasonFor(control: Control): string {
	const { type, validity, validationMessage } = control;
	if (type === 'date' && (validity.badInput || isOutOfRange(validity))) return dateReason(control);
	if (validity.valueMissing) return m.validation_required();
	if (validity.typeMismatch) return m.validation_email();
	return (type === 'number' && numberReason(control)) || validationMessage;
}

function dateReason({ min, max }: Control): string {
	if (min && max)
		return m.validation_date_range({ first: dayWithYear(min), last: dayWithYear(max) });
	return min ? m.validation_date_from({ first: dayWithYear(min) }) : m.validation_date();
}

function numberReason({ validity, min = '', max = '', step = '' }: Control): string | undefined {
	if (validity.badInput) return m.validation_number();
	if (isOutOfRange(validity)) return m.validation_range({ min, max });
	if (!validity.stepMismatch) return undefined;
	return Number(step) < 1 ? m.validation_decimal() : m.validation_whole();
}

const isOutOfRange = ({ rangeUnderflow, rangeOverflow }: Partial<ValidityState>) =>
	rangeUnderflow || rangeOverflow;
