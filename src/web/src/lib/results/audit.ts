import type { AuditLine, ChallengeRole } from '$lib/api/types';
import { roleNames } from '$lib/manage/words';
import { m } from '$lib/paraglide/messages';
import { recurrenceText } from '$lib/sessions/recurrence';
import { longDay } from '$lib/time/format';
import { isolated } from '$lib/ui/isolated';

type Words = (actor: string, subject: string, detail: Readonly<Record<string, unknown>>) => string;

/** What to say of each action; others are shown by their code. */
const actions: Readonly<Record<string, Words>> = {
	dayCorrected: (actor, subject, { date, done, reason }) => {
		// It went with the account, or with the days of a challenge that is over for long.
		if (!date) return m.audit_day_forgotten({ actor });
		const values = { actor, subject, day: longDay(String(date)), reason: isolated(String(reason)) };
		return done ? m.audit_day_done(values) : m.audit_day_undone(values);
	},
	correctionWithdrawn: (actor, subject, { date }) =>
		date
			? m.audit_correction_withdrawn({ actor, subject, day: longDay(String(date)) })
			: m.audit_day_forgotten({ actor }),
	scheduleAdded: (actor, _, detail) => m.audit_schedule_added({ actor, when: whenOf(detail) }),
	scheduleChanged: (actor, _, detail) => m.audit_schedule_changed({ actor, when: whenOf(detail) }),
	scheduleEnded: (actor, _, detail) => m.audit_schedule_ended({ actor, when: whenOf(detail) }),
	challengeCancelled: (actor) => m.audit_cancelled({ actor }),
	challengeCopied: (actor) => m.audit_copied({ actor }),
	settingsChanged: (actor) => m.audit_settings({ actor }),
	memberChanged: (actor, subject, { role }) =>
		m.audit_member_changed({ actor, subject, role: roleName(role) }),
	memberRemoved: (actor, subject) => m.audit_member_removed({ actor, subject }),
	teamChanged: (actor, _, { from, to }) =>
		m.audit_team_changed({ actor, from: isolated(String(from)), to: isolated(String(to)) }),
	teamRemoved: (actor, _, { name }) =>
		m.audit_team_removed({ actor, name: isolated(String(name)) }),
	peopleAssigned: (actor, _, { people }) => m.audit_assigned({ actor, value: Number(people) }),
	peopleInvited: (actor, _, { people }) => m.audit_invited({ actor, value: Number(people) }),
};

const whenOf = ({ weekdays, time }: Readonly<Record<string, unknown>>) =>
	recurrenceText(Array.isArray(weekdays) ? weekdays.map(String) : null, String(time));

// The log has the role as the server names it.
const roleName = (role: unknown) =>
	roleNames[String(role).toLowerCase() as ChallengeRole]?.() ?? String(role);

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
