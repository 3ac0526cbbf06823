import { reactionKinds, type ReactionCounts, type ReactionKind } from './sessionShapes';

/** One kind of reaction on its way up the screen, and how often it was given. */
export interface FloatingReaction {
	id: number;
	kind: ReactionKind;
	count: number;
	/** Where it rises, from 0 at the left to 1 at the right. */
	place: number;
}

/** So many are on screen at once; the busiest room stays calm. */
export const MOST_FLOATING = 12;
export const FLOAT_MS = 4_000;
/** Neighbours in time rise far apart. */
const GOLDEN_RATIO = 0.618_034;

/** The reactions of a room as they are seen: some floating up, and how many there were of each kind. */
export class FloatingReactionQueue {
	rising = $state.raw<readonly FloatingReaction[]>([]);
	totals = $state.raw<Readonly<Partial<Record<ReactionKind, number>>>>({});

	#lastId = 0;

	/** Takes an aggregated message: each kind in it rises once, with its number. */
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
