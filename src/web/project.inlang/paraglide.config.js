/** @type {import('@inlang/paraglide-js').ParaglideConfig} */
export default {
	outdir: './src/lib/paraglide',
	// Without a choice of its own: src/lib/language/language.ts says which language is shown.
	strategy: ['globalVariable', 'baseLocale'],
	emitReadme: false,
};
