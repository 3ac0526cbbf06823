const both = new Intl.ListFormat('en', { type: 'conjunction' });
const plain = new Intl.ListFormat('en', { type: 'unit' });

/** "chair, desk and mat". */
export const andList = (words: Iterable<string>): string => both.format(words);

/** "chair, desk, mat". */
export const plainList = (words: Iterable<string>): string => plain.format(words);
