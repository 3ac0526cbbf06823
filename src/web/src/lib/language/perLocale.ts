import { locale } from './language';

/** A formatter of `Intl`, which is slow to create: created at the first use and cached for the locale. */
export function perLocale<T>(make: (locale: string) => T): () => T {
	let made: { locale: string; value: T } | undefined;
	return () => {
		const now = locale();
		if (made?.locale !== now) made = { locale: now, value: make(now) };
		return made.value;
	};
}
