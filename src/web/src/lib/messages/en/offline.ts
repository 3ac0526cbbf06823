import { count } from '../plural';

export const offline = {
	title: 'You are offline',
	text: 'Your day shows again as soon as the server can be reached. Until then:',
	goOnText: 'A routine runs without a connection too. What you finish is kept and sent later.',
	exercises: 'Read the exercises',
	help: 'Read about safety',
	waiting: (value: number) =>
		value === 1
			? 'A finished routine waits to be sent.'
			: `${count(value, 'finished routine', 'finished routines')} wait to be sent.`,
	waitingHere: 'Until then everything is kept on this device.',
	waitingInTab:
		'This browser keeps it in this tab alone: leave the tab open until everything is sent.',
	refused: 'A routine that you finished earlier could not be counted.',
	understood: 'All right',
	newVersion: 'A new version is ready.',
	notNow: 'Not now',
	reload: 'Reload',
};
