import type * as en from './en';

/** Messages of one language, by namespace. */
export type Translation = Readonly<Record<string, object>>;

const shown: Record<string, object> = {};

/**
 * The messages of a namespace, in the language shown. They may be loaded after this call (`messageFiles.ts` has which file
 * is loaded when), so read them when they are shown, not at the start of a module.
 */
export const messages = <Name extends keyof typeof en>(name: Name): (typeof en)[Name] =>
	(shown[name] ??= {}) as (typeof en)[Name];

/** Sets the messages of these namespaces in the objects that messages() returned. */
export function setMessages(translation: Translation): void {
	for (const [name, own] of Object.entries(translation)) Object.assign((shown[name] ??= {}), own);
}
