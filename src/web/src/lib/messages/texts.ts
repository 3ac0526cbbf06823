/** The same shape in any words: what a translation of these texts has to be. */
export type Texts<T> = T extends string
	? string
	: T extends (...values: infer Values) => string
		? (...values: Values) => string
		: { readonly [Key in keyof T]: Texts<T[Key]> };

/** A whole language: each namespace under its name. */
export type Translation = Readonly<Record<string, object>>;

/** Empty for English, in which the texts are written. */
let translation: Translation = {};

/**
 * The texts of a screen, written in English and read in the language that is shown. They are looked up when they are
 * read: the translation may come after this file.
 */
export function texts<const T extends object>(name: string, english: T): Texts<T> {
	return new Proxy(english, {
		get: (own, key) => Reflect.get(translation[name] ?? own, key) ?? Reflect.get(own, key),
	}) as object as Texts<T>;
}

/** From now on these namespaces are read in these words. */
export function translate(words: Translation): void {
	translation = { ...translation, ...words };
}

/** From now on all texts are read in English. */
export function forgetTranslation(): void {
	translation = {};
}
