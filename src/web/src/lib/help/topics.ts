import { m } from '$lib/paraglide/messages';

/** One question of the help; `id` is its anchor in the address. */
export interface HelpTopic {
	id: string;
	question: () => string;
	/** The answer; each line is a paragraph. */
	answer: () => string;
	link?: { href: string; label: () => string };
}

export const topics: readonly HelpTopic[] = [
	{
		id: 'why-hamstrings',
		question: m.help_why_hamstrings_question,
		answer: m.help_why_hamstrings_answer,
	},
	{
		id: 'how-often',
		question: m.help_how_often_question,
		answer: m.help_how_often_answer,
	},
	{
		id: 'how-long',
		question: m.help_how_long_question,
		answer: m.help_how_long_answer,
	},
	{
		id: 'evidence',
		question: m.help_evidence_question,
		answer: m.help_evidence_answer,
	},
	{
		id: 'at-work',
		question: m.help_at_work_question,
		answer: m.help_at_work_answer,
		link: { href: '/exercises?desk=true', label: m.help_at_work_link },
	},
	{
		id: 'form',
		question: m.help_form_question,
		answer: m.help_form_answer,
		link: { href: '/exercises', label: m.help_form_link },
	},
	{
		id: 'progress',
		question: m.help_progress_question,
		answer: m.help_progress_answer,
		link: { href: '/progress/self-tests', label: m.help_progress_link },
	},
	{
		id: 'advanced',
		question: m.help_advanced_question,
		answer: m.help_advanced_answer,
		link: { href: '/exercises/pnf-contract-relax', label: m.help_advanced_link },
	},
	{
		id: 'combine',
		question: m.help_combine_question,
		answer: m.help_combine_answer,
		link: { href: '/exercises?kind=strength', label: m.help_combine_link },
	},
	{
		id: 'hurts',
		question: m.help_hurts_question,
		answer: m.help_hurts_answer,
		link: { href: '/exercises/knees-to-chest', label: m.help_hurts_link },
	},
	{
		id: 'privacy',
		question: m.help_privacy_question,
		answer: m.help_privacy_answer,
		link: { href: '/help/privacy', label: m.privacy_title },
	},
];
