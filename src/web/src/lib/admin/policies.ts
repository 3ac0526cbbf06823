import type { RegistrationSettings } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';

export type Policy = RegistrationSettings['policy'];

/** The names of who may register. */
export const policyNames: Readonly<Record<Policy, () => string>> = {
	open: m.admin_policy_open,
	invitation: m.admin_policy_invitation,
	closed: m.admin_policy_closed,
};

/** What each means. */
export const policyTexts: Readonly<Record<Policy, () => string>> = {
	open: m.admin_policy_open_text,
	invitation: m.admin_policy_invitation_text,
	closed: m.admin_policy_closed_text,
};
