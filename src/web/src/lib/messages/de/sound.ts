import type * as en from '../en';

export const sound: typeof en.sound = {
	button: (mode: string) => `Ton: ${mode}`,
	title: 'Ton',
	text: 'Was du hören möchtest, wenn ein Schritt beginnt, in seiner Mitte und kurz vor dem Ende. Dieses Gerät merkt sich deine Wahl.',
	off: 'Aus',
	tones: 'Töne',
	voice: 'Töne und Stimme',
	noVoice: 'Dieser Browser hat keine Stimme zum Sprechen.',
	done: 'Fertig',
};
