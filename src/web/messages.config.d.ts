import type { Plugin } from 'vite';

/** Where the message files are, below the address of the client: a folder for each language. */
export const folder: string;

/** Makes the message files by name, in each language: `files` has the parts of each. */
export const messageFiles: (files: Record<string, readonly string[]>) => Plugin;
