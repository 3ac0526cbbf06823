import { ApiProblem } from '$lib/api/problem';
import type { FinishedRun } from './finishedRun';

/** The words for a run's refusal. */
export async function refusalText({ refused }: Pick<FinishedRun, 'refused'>): Promise<string> {
	if (typeof refused !== 'object') return refused ?? '';
	return (await ApiProblem.fromDetails(refused)).message;
}
