import type { AdminAccountView } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';

/** What an administrator can do about an account. */
export type AccountAction =
	'resetLink' | 'signOut' | 'disable' | 'enable' | 'appoint' | 'remove' | 'delete';

/** The actions that make sense for an account; nobody disables or deletes their own. */
export function actionsFor(account: AdminAccountView, ownId: string | undefined): AccountAction[] {
	return [
		'resetLink',
		'signOut',
		account.siteAdministrator ? 'remove' : 'appoint',
		...(account.disabled
			? (['enable'] as const)
			: account.id === ownId
				? []
				: (['disable'] as const)),
		...(account.id === ownId ? [] : (['delete'] as const)),
	];
}

interface Words {
	/** The text of the button. */
	label: () => string;
	title: (inputs: { name: string }) => string;
	text: (inputs: { name: string }) => string;
	yes: () => string;
	/** Whether it takes something away. */
	danger: boolean;
}

/** The words of each action and of the question before it. */
export const actionWords: Readonly<Record<AccountAction, Words>> = {
	resetLink: {
		label: m.admin_reset_link,
		title: m.admin_reset_link_title,
		text: m.admin_reset_link_text,
		yes: m.admin_reset_link_yes,
		danger: false,
	},
	signOut: {
		label: m.admin_sign_out,
		title: m.admin_sign_out_title,
		text: m.admin_sign_out_text,
		yes: m.admin_sign_out,
		danger: true,
	},
	disable: {
		label: m.admin_disable,
		title: m.admin_disable_title,
		text: m.admin_disable_text,
		yes: m.admin_disable,
		danger: true,
	},
	enable: {
		label: m.admin_enable,
		title: m.admin_enable_title,
		text: m.admin_enable_text,
		yes: m.admin_enable,
		danger: false,
	},
	appoint: {
		label: m.admin_appoint,
		title: m.admin_appoint_title,
		text: m.admin_appoint_text,
		yes: m.admin_appoint,
		danger: false,
	},
	delete: {
		label: m.admin_delete,
		title: m.admin_delete_title,
		text: m.admin_delete_text,
		yes: m.admin_delete,
		danger: true,
	},
	remove: {
		label: m.admin_remove,
		title: m.admin_remove_title,
		text: m.admin_remove_text,
		yes: m.admin_remove,
		danger: true,
	},
};
