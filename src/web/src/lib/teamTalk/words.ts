import type { MomentView } from '$lib/api/types';
import type { ReactionKind } from '$lib/live/sessionShapes';
import { m } from '$lib/paraglide/messages';
import { isolated } from '$lib/ui/isolated';

/** The names of the reactions. */
export const reactionNames: Readonly<Record<ReactionKind, () => string>> = {
	clap: m.live_reactions_clap,
	heart: m.live_reactions_heart,
	smile: m.live_reactions_smile,
	strong: m.live_reactions_strong,
	wave: m.live_reactions_wave,
};

/** A moment in words: “Ana: 10 days in a row”. Days in all are told of oneself alone. */
export function momentText({
	name,
	kind,
	count,
	self,
}: Pick<MomentView, 'name' | 'kind' | 'count' | 'self'>): string {
	if (self)
		return kind === 'streak' ? m.moment_own_streak({ count }) : m.moment_own_done({ count });
	return m.moment_streak({ person: isolated(name), count });
}
