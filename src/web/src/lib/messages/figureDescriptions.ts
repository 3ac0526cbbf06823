import { language } from './language';

/** The alternative texts of the figures, in the language shown; loaded with the first figure. */
export async function loadFigureDescriptions(): Promise<Readonly<Record<string, string>>> {
	return (await files[language()]()).figureDescriptions;
}

const files = {
	en: () => import('./en/figureDescriptions'),
	de: () => import('./de/figureDescriptions'),
};
