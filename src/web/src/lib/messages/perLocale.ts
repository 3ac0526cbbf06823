import { locale } from './language';

/** Something of `Intl`, which is slow to make: made when first used, and kept as long as the locale is the same. */
export function perLocale<T>(make: (locale: string) => T): () => T {
	let made: { locale: string; value: T } | undefined;
	return () => {
		const now = locale();
		if (made?.locale !== now) made = { locale: now, value: make(now) };
		return made.value;
	};
}
