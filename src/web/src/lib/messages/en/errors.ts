export const errors = {
	unreachable: 'The server cannot be reached. Check your connection and try again.',
	unexpected: 'Something went wrong. Please try again.',
	tooMany: 'That was a bit fast. Please wait a moment and try again.',
	signedOut: 'You are signed out.',
	notFound: 'This does not exist, or it is not yours to see.',
	field: 'Please check this.',
	server: 'The server has trouble right now. Please try again in a moment.',
};

export const validation = {
	required: 'Please fill this in.',
	email: 'This does not look like an e-mail address.',
	number: 'Please enter a number.',
	range: (min: string, max: string) => `Please enter a number from ${min} to ${max}.`,
	date: 'Please enter a whole date.',
	dateRange: (first: string, last: string) => `Please choose a date from ${first} to ${last}.`,
	dateFrom: (first: string) => `Please choose a date from ${first} on.`,
	step: (step: string): string =>
		Number(step) < 1 ? 'At most one decimal, please.' : 'A whole number, please.',
};
