import { reactionKinds, type ReactionCounts, type ReactionKind } from './sessionShapes';

/** One kind of reaction that rises on the screen, with its count. */
export interface FloatingReaction {
	id: number;
	kind: ReactionKind;
	count: number;
	/** The horizontal position, from 0 (left) to 1 (right). */
	place: number;
}

/** The limit of reactions on the screen at once. */
export const MOST_FLOATING = 12;
export const FLOAT_MS = 4_000;
/** Multiples of it modulo 1 put successive reactions far apart. */
const GOLDEN_RATIO = 0.618_034;

/** The reactions of a room: those that are rising now, and the totals of each kind. */
export class FloatingReactionQueue {
	rising = $state.raw<readonly FloatingReaction[]>([]);
	totals = $state.raw<Readonly<Partial<Record<ReactionKind, number>>>>({});

	#lastId = 0;

	/** Adds an aggregated message: each kind in it rises once, with its count. */
	add({ counts }: Pick<ReactionCounts, 'counts'>): void {
		const given = reactionKinds.flatMap((kind) => {
			const count = counts[kind] ?? 0;
			return count > 0 ? [{ kind, count }] : [];
		});
		const added = given.map(({ kind, count }) => ({
			id: ++this.#lastId,
			kind,
			count,
			place: (this.#lastId * GOLDEN_RATIO) % 1,
		}));
		this.rising = [...this.rising, ...added].slice(-MOST_FLOATING);
		this.totals = {
			...this.totals,
			...Object.fromEntries(
				given.map(({ kind, count }) => [kind, (this.totals[kind] ?? 0) + count]),
			),
		};
		const last = this.#lastId;
		setTimeout(() => {
			this.rising = this.rising.filter(({ id }) => id > last);
		}, FLOAT_MS);
	}
}
