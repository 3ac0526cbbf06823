/** What the server says of a refusal: in English its own words, which know more than the sort of problem alone. */
export const problems = {
	translate: (_kind: string, detail: string) => detail,
};
