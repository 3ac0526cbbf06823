import { motion } from './motion.svelte';

/** The animation measures every row, so longer lists are not animated. */
const MAX_ROWS = 25;

/**
 * Animates the rows of a list to their new places (FLIP): `before` a change it stores their positions,
 * `after` it animates them from there. Used instead of svelte/animate, which would be in the first
 * load of every route.
 */
export class Glide {
	#tops = new Map<Element, number>();

	before(rows: Iterable<Element>): void {
		this.#tops = new Map(Array.from(rows, (row) => [row, row.getBoundingClientRect().top]));
	}

	after(): void {
		if (motion.isReduced || this.#tops.size > MAX_ROWS) return;
		for (const [row, top] of this.#tops) {
			// A row that is still moving continues from its visible position.
			row.getAnimations().forEach((animation) => animation.cancel());
			const distance = top - row.getBoundingClientRect().top;
			if (distance !== 0 && row.isConnected) glideFrom(row, distance);
		}
	}
}

function glideFrom(row: Element, distance: number): void {
	row.animate([{ transform: `translateY(${distance}px)` }, { transform: 'none' }], {
		duration: 450,
		easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
	});
}
