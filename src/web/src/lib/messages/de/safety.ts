import type * as en from '../en';

export const safety: typeof en.safety = {
	title: 'Bevor du anfängst',
	lead: 'Eine Minute Lesen, nur einmal. Du findest es beim Üben und in der Hilfe wieder.',
	points: [
		{
			title: 'Ein leichter Zug ist gut',
			text: 'Geh so weit, bis du einen sanften Zug spürst, bleib dort und atme langsam und tief.',
		},
		{
			title: 'Schmerz heißt aufhören',
			text: 'Scharfer Schmerz, Schmerz, der ins Bein ausstrahlt, oder Schmerz, der zunimmt: Hör sofort auf. Jeden Schritt kannst du auslassen.',
		},
		{
			title: 'Nie federn, nie erzwingen',
			text: 'Geh langsam hinein und langsam heraus, mit langem statt rundem Rücken. Weiter ist nicht besser.',
		},
		{
			title: 'Bei einem Bandscheibenschaden: die hinteren Oberschenkel nicht dehnen',
			text: 'Mach stattdessen die sanfte Übungsfolge. Sie zählt genauso viel, und sonst merkt es niemand.',
		},
		{
			title: 'Schmerzen? Frag zuerst ärztlich nach',
			text: 'Das hier ist eine Gewohnheit, keine Behandlung. Heilung verspricht es nicht.',
		},
	],
	again: 'Sicherheitshinweise',
	accept: 'Gelesen, los geht es',
	more: 'Mehr Fragen und Antworten',
};
