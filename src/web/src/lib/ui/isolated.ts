const RIGHT_TO_LEFT =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name within a sentence: one that is written from right to left is isolated, so that it does not reorder its neighbours. */
export const isolated = (name: string): string =>
	RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
