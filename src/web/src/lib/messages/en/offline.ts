import { count } from '../plural';

export const offline = {
	title: 'You are offline',
	text: 'Your day shows again as soon as the server can be reached. Until then:',
	goOnText: 'A routine runs without a connection too. What you finish is kept and sent later.',
	exercises: 'Read the exercises',
	help: 'Read about safety',
	waiting: (value: number) =>
		value === 1
			? 'A finished routine waits to be sent. It is kept on this device.'
			: `${count(value, 'finished routine', 'finished routines')} wait to be sent. They are kept on this device.`,
	refused: 'A routine that you finished earlier could not be counted.',
	understood: 'All right',
	proxySignIn: 'Your network asks you to sign in first. Until then nothing can be loaded or saved.',
	toProxySignIn: 'Go to the sign-in',
	newVersion: 'A new version is ready.',
	notNow: 'Not now',
	reload: 'Reload',
};
