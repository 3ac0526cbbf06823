import type { Plugin } from 'vite';

/** Tells the service worker which files only pages that need a network load. */
export function onlinePages(): Plugin;
