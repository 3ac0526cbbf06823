// The one place that decides the language of the client.
export * from './en';
