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
	/** Left out by a cut-out line of the background's colour around it. */
	halo?: boolean;
};
