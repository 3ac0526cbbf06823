import { language } from './language';

/** What the figures show, in the language shown; apart from the other texts, loaded with the first figure only. */
export async function loadFigureDescriptions(): Promise<Readonly<Record<string, string>>> {
	return (await files[language()]()).figureDescriptions;
}

const files = {
	en: () => import('./en/figureDescriptions'),
	de: () => import('./de/figureDescriptions'),
};
