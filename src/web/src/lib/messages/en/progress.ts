import { count } from '../plural';
import { texts } from '../texts';

export const progress = texts('progress', {
	title: 'Progress',
	none: 'Once you are in a challenge, your eight weeks show here.',
	mapTitle: 'Your eight weeks',
	ring: 'Done days so far',
	ringText: (done: number, due: number) => `${done} of ${due}`,
	ringNone: 'Your first day is still to come.',
	week: (value: number) => `Week ${value}`,
	hold: (seconds: number) => `hold ${seconds} s`,
	dynamic: (seconds: number) => `dynamic, ${seconds} s`,
	blocksTitle: 'What you do in which weeks',
	blockWeeks: (first: number, last: number) => `Weeks ${first} and ${last}`,
	blockHolds: (holds: readonly string[]) => `Holds of ${holds.join(', then ')}`,
	blockDynamic: (seconds: number) => `Moving sets of ${seconds} s`,
	seconds: (value: number) => `${value} s`,
	stretches: 'Stretches',
	core: 'Core and strength',
	now: 'now',
	streak: 'Streak',
	best: 'Best',
	freezes: 'Freezes',
	together: 'Together',
	breaks: (value: number) => count(value, 'break', 'breaks'),
	weekColumn: 'Week',
});
