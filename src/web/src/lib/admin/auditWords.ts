import type { SiteAuditEntry } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';
import { isolated } from '$lib/ui/isolated';
import { policyNames, type Policy } from './policies';

interface Detail {
	policy?: Policy;
	domains?: readonly string[];
	name?: string;
}

type People = { by: string; subject: string };

const words: Readonly<Record<string, (people: People, detail: Detail) => string>> = {
	accountDeleted: ({ by }) => m.admin_audit_account_deleted({ by }),
	accountDisabled: (people) => m.admin_audit_account_disabled(people),
	accountEnabled: (people) => m.admin_audit_account_enabled(people),
	administratorAppointed: (people) => m.admin_audit_appointed(people),
	administratorRemoved: (people) => m.admin_audit_removed(people),
	accountSignedOut: (people) => m.admin_audit_signed_out(people),
	resetLinkMade: (people) => m.admin_audit_reset_link(people),
	passwordReset: (people) => m.admin_audit_password_reset(people),
	registrationChanged: ({ by }, { policy = 'open', domains = [] }) =>
		domains.length > 0
			? m.admin_audit_registration_domains({
					by,
					policy: policyNames[policy](),
					domains: domains.join(', '),
				})
			: m.admin_audit_registration({ by, policy: policyNames[policy]() }),
	backupMade: ({ by }, { name = '' }) => m.admin_audit_backup({ by, name }),
};

/** An entry of the audit log as a sentence. */
export function sentenceOf(entry: SiteAuditEntry): string {
	const by = entry.fromConsole ? m.admin_console() : nameOf(entry.by);
	const write = words[entry.action];
	return write
		? write({ by, subject: nameOf(entry.subject) }, (entry.detail ?? {}) as Detail)
		: m.admin_audit_other({ by, action: entry.action });
}

const nameOf = (person: SiteAuditEntry['by']) =>
	person ? isolated(person.name) : m.admin_deleted_account();
