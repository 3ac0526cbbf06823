import { count } from '../plural';

export const join = {
	title: 'Join a challenge',
	code: 'Invitation code',
	codeHint: 'From your invitation, for example on a poster or in a chat.',
	go: 'Continue',
	invited: 'You are invited',
	team: 'Your team',
	noTeam: 'Decide later',
	join: 'Join the challenge',
	signUpAndJoin: 'Create account and join',
	signInAndJoin: 'Sign in and join',
	how: 'Your account',
	newHere: 'I am new here',
	beenHere: 'I have an account',
	unknownCode: 'This code fits no challenge. Check it for typing errors, or ask for a new one.',
	otherCode: 'Try another code',
	members: (value: number) => count(value, 'person', 'people'),
};
