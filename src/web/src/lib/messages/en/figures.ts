/** What the figure of each exercise shows, for who cannot see it. */
export const figures: Record<string, string> = {
	'chair-edge-stretch':
		'A person sits on the edge of a chair with one leg straight, heel on the floor, and leans forward with a long back.',
};
