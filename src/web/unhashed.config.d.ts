/** A hash of the build's files that have none in their names: the static files and the sources of the page. */
export const unhashed: string;
