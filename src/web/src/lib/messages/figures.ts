// Apart from the other texts, because it is loaded with the first figure only.
export * from './en/figures';
