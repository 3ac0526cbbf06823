import type * as en from '../en';

export const welcome: typeof en.welcome = {
	title: 'Willkommen',
	headline: 'Jeden Arbeitstag kurz dehnen, gemeinsam.',
	lead: 'Acht Wochen, ein paar Minuten am Tag: Mach eine angeleitete Übungsfolge am Schreibtisch, halt deine Serie und sieh live zu, wie dein Team in der Rangliste steigt.',
	join: 'Mit Code beitreten',
	start: 'Challenge starten',
	demo: 'In einer Demo umsehen',
	signedUp: 'Schon mal hier gewesen?',
	signIn: 'Anmelden',
	example: 'Beispiel einer Teamrangliste',
	exampleTeams: ['Leuchtturm', 'Zweiter Stock', 'Nachteulen', 'Lager'],
	promise: 'Versprochen wird eine Gewohnheit, keine Heilung. Schmerzen? Frag zuerst ärztlich nach.',
	help: 'Fragen und Sicherheit',
};
