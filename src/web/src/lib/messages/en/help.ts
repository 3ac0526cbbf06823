/** One question of the help, with its answer in paragraphs. `id` is its anchor in the address. */
export interface HelpTopic {
	id: string;
	question: string;
	answer: readonly string[];
	link?: { href: string; label: string };
}

const topics: readonly HelpTopic[] = [
	{
		id: 'why-hamstrings',
		question: 'What have the hamstrings to do with the back?',
		answer: [
			'The hamstrings are three muscles along the back of each thigh. They run from the sit bone to the lower leg, bend the knee and straighten the hip.',
			'Who sits all day keeps them short. Tight hamstrings pull on the pelvis and tilt it backward; the low back loses its natural curve and has to work harder. Muscles that give way again leave the pelvis free, and a stronger middle holds it there.',
		],
	},
	{
		id: 'how-often',
		question: 'How often should I stretch?',
		answer: [
			'Once each workday is what counts here. That is enough to build the habit, and three to ten minutes are all it takes.',
			'More is welcome when it feels good: some do a short round in the morning and another in the evening. Often and short beats rarely and long. Muscles stretch best when they are warm, so every routine begins with a little movement.',
		],
	},
	{
		id: 'how-long',
		question: 'How long until it helps?',
		answer: [
			'Count in weeks, not in days. Give it a few weeks of regular practice before you expect to reach further with less pull. That is why the challenge lasts eight.',
			'The holds begin at 15 seconds and grow slowly to 30. There is no hurry, and pushing harder does not make it faster.',
		],
	},
	{
		id: 'evidence',
		question: 'Does it really help against back pain?',
		answer: [
			'Nobody can promise you that, and we do not. Articles about stretching speak of about 30 % less pain; research at workplaces is more careful.',
			'A review of 24 workplace studies found mostly effects that cannot be told from chance, and calls its own certainty low. One trial with 563 office workers found fewer new cases of back pain: 8.8 % of those who exercised, 19.7 % of those who did not.',
			'So take it as what it is: a pleasant habit that keeps you moving. When you are in pain, ask a doctor first.',
		],
	},
	{
		id: 'at-work',
		question: 'Can I do this at work?',
		answer: [
			'Yes. Every day has three ways that count the same: at the desk in office clothes, on a mat, or seated on a chair. Choose on Today whichever suits; your last choice is kept.',
			'A chair that does not roll, a desk and an arm’s length of free space are enough for the desk. On a mat, a quiet corner with a clear floor and good light is best.',
		],
		link: { href: '/exercises?desk=true', label: 'Exercises for the desk' },
	},
	{
		id: 'form',
		question: 'How do I know that my form is right?',
		answer: [
			'You feel a mild pull in the belly of the muscle, at the back of the thigh, not behind the knee and not in the back. You can breathe slowly and stay where you are without trembling.',
			'The usual mistakes: rounding the back instead of bending at the hips, pulling too hard, stretching further than the body allows that day, and stretching now and then instead of regularly. Each exercise has its own short list.',
		],
		link: { href: '/exercises', label: 'All exercises, with figures' },
	},
	{
		id: 'progress',
		question: 'How can I follow my progress?',
		answer: [
			'Your streak and the map of eight weeks show how steady you are. That is the part that counts.',
			'For yourself alone there are three small self-tests: the straight-leg raise, the sit-and-reach, and how your low back feels today. They are suggested at the start and after weeks 2, 4, 6 and 8. Only you can see the results, they are stored encrypted, and one click deletes them.',
		],
		link: { href: '/progress/self-tests', label: 'Self-tests' },
	},
	{
		id: 'advanced',
		question: 'When can I go on to advanced stretches?',
		answer: [
			'When the basic ones feel easy: you hold them calmly for half a minute, with a long back and without pain. The programme takes you there by itself: weeks 1 to 4 hold still, weeks 5 and 6 add contracting and relaxing, weeks 7 and 8 move.',
			'Not there yet? Stay with the easier version for as long as you like. It counts in full.',
		],
		link: { href: '/exercises/pnf-contract-relax', label: 'Contract and relax' },
	},
	{
		id: 'combine',
		question: 'What goes well with it?',
		answer: [
			'Strength for the middle of the body: planks, bridges and their relatives are part of the programme, because long muscles alone do not hold a back. Begin with few repetitions and little or no weight.',
			'Hips, front thighs and calves like to be stretched too, above all if you cycle. And walking, or light cardio of any kind, is the best company for every stretch.',
		],
		link: { href: '/exercises?kind=strength', label: 'Core and strength exercises' },
	},
	{
		id: 'hurts',
		question: 'What if an exercise hurts?',
		answer: [
			'Stop it. In the player, “This hurts, skip” goes on with the next step, and the day still counts when you do the rest. Each exercise also names an easier version.',
			'If pain is sharp, spreads into the leg or grows, end the routine and ask a doctor before you go on.',
		],
		link: { href: '/exercises/knees-to-chest', label: 'A gentle alternative' },
	},
	{
		id: 'privacy',
		question: 'What do colleagues and organisers see?',
		answer: [
			'That you were done on a day, for the team’s count; your name appears on boards of people only if you allow it. Why a day is empty stays yours: a day off and a day not done yet look the same to others.',
			'Your safety answer and your self-tests are yours alone. No organiser can see or export them, and you can delete them at any time.',
		],
		link: { href: '/me', label: 'Your settings' },
	},
];

export const help = {
	title: 'Help',
	lead: 'Short answers about stretching, safety and the challenge.',
	contents: 'On this page',
	safetyTitle: 'Safety',
	topics,
	sources: 'The studies named above',
	review: 'Review of 24 workplace studies (Scand J Work Environ Health 4070)',
	trial: 'Trial with 563 office workers (PMC3960439)',
};
