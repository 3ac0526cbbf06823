import type icons from './icons.json';

/**
 * The symbols of `icons.svg`, by what they stand for; icons.json has their names in Lucide, and `npm run icons` draws them. The
 * sprite is a file of its own to keep it out of the scripts.
 */
export type IconName = keyof typeof icons;
