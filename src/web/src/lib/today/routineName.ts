import { routines } from '$lib/messages';

/** A routine's name for people; an unknown one is told from its id. */
export function routineName(id: string): string {
	return routines[id] ?? sentence(id.replaceAll('-', ' '));
}

function sentence(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
