import type { Plugin } from 'vite';

/** The path of the message files relative to the client's root; it has a folder for each language. */
export const folder: string;

/** Builds one message file per name and language; `files` maps each name to the message sources it bundles. */
export const messageFiles: (files: Record<string, readonly string[]>) => Plugin;
