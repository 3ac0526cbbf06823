import { texts } from '../texts';

export const account = texts('account', {
	signInTitle: 'Sign in',
	signUpTitle: 'Create your account',
	email: 'E-mail',
	password: 'Password',
	newPasswordHint: 'At least 8 characters; a short sentence is a good one.',
	name: 'Your name',
	nameHint: 'What your colleagues call you.',
	zone: 'Time zone',
	zoneHint: 'Your days begin and end here.',
	setupCode: 'Setup code',
	setupCodeHint: 'The first account runs this site. The server printed the code at its start.',
	signIn: 'Sign in',
	signUp: 'Create account',
	noAccount: 'New here?',
	toSignUp: 'Create an account',
	haveAccount: 'Have an account?',
	toSignIn: 'Sign in instead',
});
