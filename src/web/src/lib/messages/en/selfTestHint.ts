export const selfTestHint = {
	now: 'A self-test is suggested now.',
	enter: 'Enter a self-test',
};
