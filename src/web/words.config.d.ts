import type { Plugin } from 'vite';

/** Where the words are, below the address of the client: a folder for each language. */
export const folder: string;

/** Makes files of words by name, in each language: `files` has the parts of each. */
export const words: (files: Record<string, readonly string[]>) => Plugin;
