import { count } from '../plural';

export const live = {
	title: 'Desk break',
	lost: 'The connection is away. Please try again in a moment.',
	removed: 'The host has removed you from this break.',
	saysPaused: 'The break is paused.',
	saysResumed: 'The break goes on.',
	saysFinished: 'The break is over.',
	saysCancelled: 'The break was called off.',
	people: (value: number) => count(value, 'person', 'people'),
} as const;
