import { texts } from '../texts';

export const selfTestHint = texts('selfTestHint', {
	now: 'A self-test is suggested now.',
	enter: 'Enter a self-test',
});
