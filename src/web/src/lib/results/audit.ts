import type { AuditLine } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';
import { longDay } from '$lib/time/format';
import { isolated } from '$lib/ui/isolated';

type Words = (actor: string, subject: string, detail: Readonly<Record<string, unknown>>) => string;

/** What to say of each action; others are shown by their code. */
const actions: Readonly<Record<string, Words>> = {
	dayCorrected: (actor, subject, { date, done, reason }) => {
		const values = { actor, subject, day: longDay(String(date)), reason: isolated(String(reason)) };
		return done ? m.audit_day_done(values) : m.audit_day_undone(values);
	},
	challengeCancelled: (actor) => m.audit_cancelled({ actor }),
	challengeCopied: (actor) => m.audit_copied({ actor }),
};

/** One sentence about an entry of the log. */
export function sentence(line: AuditLine): string {
	const nameOf = (person: AuditLine['actor']) =>
		person ? isolated(person.name) : m.audit_deleted_account();
	const words = Object.hasOwn(actions, line.action) ? actions[line.action] : undefined;
	if (words) {
		return words(nameOf(line.actor), nameOf(line.subject), line.detail as Record<string, unknown>);
	}
	const rest = `${nameOf(line.actor)}: ${line.action}`;
	return line.subject ? `${rest} (${nameOf(line.subject)})` : rest;
}
