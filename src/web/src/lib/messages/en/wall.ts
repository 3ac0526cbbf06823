import { count } from '../plural';
import { texts } from '../texts';

export const wall = texts('wall', {
	title: 'Wall',
	join: 'Join in',
	joinHow: (host: string) => `Scan, or open ${host}`,
	qr: 'QR code that leads to the break',
	next: 'Next desk break',
	openNow: 'The desk break is open',
	startsIn: 'Starts in',
	waiting: 'Starts when the host says so',
	here: (value: number) => `${count(value, 'person', 'people')} here`,
	board: 'Team streak',
	days: (value: number) => count(value, 'day', 'days'),
	today: 'done today',
	noTeams: 'The board fills with the first done day.',
	done: 'Well done, everybody!',
	doneText: 'See you at the next break.',
	void: 'This wall shows nothing',
	connecting: 'Connecting…',

	manageTitle: 'Walls',
	manageText:
		'Show the team board and the live breaks on a screen in the office. The address needs no sign-in: treat it like a key.',
	create: 'Make a wall address',
	created: 'Open this on the screen. It is shown only now; keep it if you need it again.',
	address: 'Address of the wall',
	revokeTitle: 'Take a wall down',
	revokeHint: 'Paste its address. The screen goes blank at once.',
	copy: 'Copy address',
	copied: 'Copied',
	open: 'Open',
	revoke: 'Revoke',
	revoked: 'This address shows nothing any more.',
});
