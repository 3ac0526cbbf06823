import type * as en from '../en';

export const noChallenge: typeof en.noChallenge = {
	title: 'Du bist noch in keiner Challenge',
	text: 'Tritt mit einem Code den anderen bei, oder starte deine eigene Challenge.',
	join: 'Mit Code beitreten',
	start: 'Challenge starten',
};
