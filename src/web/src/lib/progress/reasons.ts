import type { StreakReasons } from '$lib/api/types';
import { locale } from '$lib/language/language';
import { m } from '$lib/paraglide/messages';
import { day, moment } from '$lib/time/format';

/** The most freezes that can be held (rule 4). */
const MOST_FREEZES = 2;

/** Why a streak is as it is and what can still be done, as sentences: what can be done first. */
export function sentencesOf(
	reasons: StreakReasons,
	freezes: number,
	zone: string,
	today: string,
): string[] {
	return [
		...openSentences(reasons, zone, today),
		...runSentences(reasons, zone, today),
		freezes < MOST_FREEZES
			? m.progress_reasons_next_freeze({ value: reasons.daysToNextFreeze })
			: m.progress_reasons_full(),
	];
}

const openSentences = ({ open }: StreakReasons, zone: string, today: string): string[] =>
	open.map(({ date, until, byReport }) =>
		byReport
			? m.progress_reasons_open_report({ day: day(date), moment: moment(until, zone, today) })
			: m.progress_reasons_open_today({ moment: moment(until, zone, today) }),
	);

function runSentences({ lastRun, frozen }: StreakReasons, zone: string, today: string): string[] {
	if (!lastRun) {
		const ended = m.progress_reasons_not_ended();
		return frozen.length > 0 ? [ended, m.progress_reasons_frozen({ days: list(frozen) })] : [ended];
	}
	const { from, missedOn, length, reportUsedFor, reportableUntil } = lastRun;
	const since = frozen.filter((date) => date > missedOn);
	return [
		m.progress_reasons_ended({ value: length, from: day(from), day: day(missedOn) }),
		...(lastRun.frozen.length > 0
			? [m.progress_reasons_run_frozen({ days: list(lastRun.frozen) })]
			: []),
		reportUsedFor
			? m.progress_reasons_report_used({ day: day(reportUsedFor) })
			: m.progress_reasons_report_over({ moment: moment(reportableUntil, zone, today) }),
		...(since.length > 0 ? [m.progress_reasons_frozen({ days: list(since) })] : []),
	];
}

const list = (dates: readonly string[]) => new Intl.ListFormat(locale()).format(dates.map(day));
