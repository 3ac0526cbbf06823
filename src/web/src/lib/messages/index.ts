import type * as en from './en';

/** Some texts of one language: each namespace under its name. */
export type Translation = Readonly<Record<string, object>>;

const shown: Record<string, object> = {};

/**
 * The texts of a screen, in the language shown. Each language has them in a folder of its own, and `messageFiles.ts` says which
 * of them come when: they may come after this call, and are read when they are shown.
 */
export const messages = <Name extends keyof typeof en>(name: Name): (typeof en)[Name] =>
	(shown[name] ??= {}) as (typeof en)[Name];

/** Sets the messages of these namespaces; messages() reads them from now on. */
export function setMessages(translation: Translation): void {
	for (const [name, own] of Object.entries(translation)) Object.assign((shown[name] ??= {}), own);
}
