import type { SelfTestResult } from '$lib/api/types';

/** A result for tests. */
export function result(takenOn: string, change: Partial<SelfTestResult> = {}): SelfTestResult {
	return {
		id: takenOn,
		takenOn,
		straightLegRaise: null,
		sitAndReach: null,
		backFeeling: null,
		...change,
	};
}
