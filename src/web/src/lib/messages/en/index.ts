/** Every text that a person sees, in English: a file for each screen, so that no screen loads another's. */
export * from './app';
export * from './errors';
export * from './days';
export * from './welcome';
export * from './account';
export * from './join';
export * from './today';
export * from './noChallenge';
export * from './player';
export * from './live';
export * from './boards';
export * from './progress';
export * from './challenges';
export * from './challenge';
export * from './me';
export * from './safety';
export * from './help';
