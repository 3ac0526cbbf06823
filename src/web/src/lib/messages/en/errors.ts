import { texts } from '../texts';

export const errors = texts('errors', {
	unreachable: 'The server cannot be reached. Check your connection and try again.',
	unexpected: 'Something went wrong. Please try again.',
	tooMany: 'That was a bit fast. Please wait a moment and try again.',
	signedOut: 'You are signed out.',
	notFound: 'This does not exist, or it is not yours to see.',
	field: 'Please check this.',
	server: 'The server has trouble right now. Please try again in a moment.',
});

/** What the server says of a refusal: in English its own words, which know more than the sort of problem alone. */
export const problems = texts('problems', {
	told: (_kind: string, detail: string) => detail,
});

export const validation = texts('validation', {
	required: 'Please fill this in.',
	email: 'This does not look like an e-mail address.',
	number: 'Please enter a number.',
	range: (min: string, max: string) => `Please enter a number from ${min} to ${max}.`,
	step: (step: string) =>
		Number(step) < 1 ? 'At most one decimal, please.' : 'A whole number, please.',
});
