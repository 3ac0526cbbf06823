export const noChallenge = {
	title: 'You are in no challenge yet',
	text: 'Join your colleagues with a code, or start a challenge of your own.',
	join: 'Join with a code',
	start: 'Start a challenge',
};
