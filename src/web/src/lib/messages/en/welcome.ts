export const welcome = {
	title: 'Welcome',
	headline: 'A short stretch every workday, together.',
	lead: 'Eight weeks, a few minutes a day: do a guided routine at your desk, keep your streak, and watch your team climb the board live.',
	join: 'Join with a code',
	start: 'Start a challenge',
	demo: 'Look around a demo challenge',
	signedUp: 'Been here before?',
	signIn: 'Sign in',
	example: 'An example of a team board',
	exampleTeams: ['Lighthouse', 'Second floor', 'Night owls', 'Warehouse'],
	promise: 'It promises a habit, not a cure. In pain? Ask a doctor first.',
	help: 'Questions and safety',
};
