import { changeSafety } from '$lib/api/safety';
import type { SafetyAnswer, SafetyChange } from '$lib/api/types';

/** The choice in the safety question; empty for no answer. */
export type SafetyChoice = 'yes' | 'no' | '';

export function choiceOf({ discInjury }: SafetyAnswer): SafetyChoice {
	if (discInjury === null) return '';
	return discInjury ? 'yes' : 'no';
}

/** Sends an answer; an empty choice is not sent and leaves an earlier answer unchanged. */
export async function answerSafety(
	choice: SafetyChoice,
	change: (change: SafetyChange) => Promise<unknown> = changeSafety,
): Promise<void> {
	if (choice !== '') await change({ discInjury: choice === 'yes' });
}
