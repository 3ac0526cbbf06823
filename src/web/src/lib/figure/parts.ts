/** One painted shape. Its tone is a class of Parts.svelte. */
export type Part = {
	key: string;
	d: string;
	tone:
		| 'body'
		| 'far'
		| 'worked'
		| 'worked-far'
		| 'ground'
		| 'prop'
		| 'prop-far'
		| 'prop-soft'
		| 'gear'
		| 'gear-soft'
		| 'gear-shine'
		| 'line-halo'
		| 'band-line'
		| 'arrow-line'
		| 'floor'
		| 'mat';
	/** Drawn as an outline in the background's colour, which separates it from what is behind. */
	halo?: boolean;
};
