import type * as en from '../en';

export const account: typeof en.account = {
	signInTitle: 'Anmelden',
	signUpTitle: 'Konto anlegen',
	email: 'E-Mail',
	password: 'Passwort',
	newPasswordHint: 'Mindestens 8 Zeichen; ein kurzer Satz ist eine gute Wahl.',
	name: 'Dein Name',
	nameHint: 'So, wie dich alle im Team kennen.',
	zone: 'Zeitzone',
	zoneHint: 'Hier beginnen und enden deine Tage.',
	setupCode: 'Einrichtungscode',
	setupCodeHint:
		'Das erste Konto verwaltet diese Seite. Der Server hat den Code beim Start ausgegeben.',
	signIn: 'Anmelden',
	signUp: 'Konto anlegen',
	noCookies:
		'Du kannst nicht angemeldet bleiben: Dieser Browser behält keine Cookies dieser Seite. Erlaube sie, und versuch es noch einmal.',
	noAccount: 'Neu hier?',
	toSignUp: 'Konto anlegen',
	haveAccount: 'Schon ein Konto?',
	toSignIn: 'Zur Anmeldung',
};
