import { prefersReducedMotion } from 'svelte/motion';

/** Gliding a row measures them all: above this number it costs more than it tells. */
const MAX_ROWS = 25;

/**
 * Lets the rows of a list glide to their new places: `before` a change it notes where they are,
 * `after` it moves them from there. Stands in for svelte/animate, whose machinery would be part
 * of every route's first load.
 */
export class Glide {
	#tops = new Map<Element, number>();

	before(rows: Iterable<Element>): void {
		this.#tops = new Map(Array.from(rows, (row) => [row, row.getBoundingClientRect().top]));
	}

	after(): void {
		if (prefersReducedMotion.current || this.#tops.size > MAX_ROWS) return;
		for (const [row, top] of this.#tops) {
			// A row that was still under way goes on from where it was seen.
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
