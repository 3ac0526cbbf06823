/** Changes with whatever a build holds without a hash in its name: the static files, and what makes the page. */
export const unhashed: string;
