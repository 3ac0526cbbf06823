import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Voice } from './voice';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const words = (spoken: string) => ({ text: spoken }) as SpeechSynthesisUtterance;

/** Speech that empties its queue in a later task than `cancel`, as some browsers do. */
function setUp() {
	let queue: string[] = [];
	const synthesis = {
		get speaking() {
			return queue.length > 0;
		},
		speak: ({ text }: SpeechSynthesisUtterance) => void queue.push(text),
		cancel: vi.fn(() => void setTimeout(() => (queue = []))),
	};
	const end = () => (queue = []);
	return { synthesis, end, voice: new Voice(synthesis as never, words), queue: () => queue };
}

it('Speak_WhileSilent_SpeaksAtOnceWithoutCancel', () => {
	const { voice, synthesis, queue } = setUp();
	voice.speak('Hold');
	expect(queue()).toEqual(['Hold']);
	expect(synthesis.cancel).not.toHaveBeenCalled();
});

it('Speak_WhileSpeaking_ReplacesTheTextInALaterTask', () => {
	const { voice, queue } = setUp();
	voice.speak('Hold');
	voice.speak('Halfway');
	voice.speak('Done');
	vi.advanceTimersByTime(100);
	expect(queue()).toEqual(['Done']);
});

it('Wake_WhileSilent_SpeaksAnEmptyText', () => {
	const { voice, queue } = setUp();
	voice.wake();
	expect(queue()).toEqual(['']);
});

it('Wake_WhileSpeaking_LeavesTheText', () => {
	const { voice, synthesis, queue } = setUp();
	voice.speak('Hold');
	voice.wake();
	expect(queue()).toEqual(['Hold']);
	expect(synthesis.cancel).not.toHaveBeenCalled();
});

it('Rest_WhileSpeaking_CancelsAndSaysNothingMore', () => {
	const { voice, end, queue } = setUp();
	voice.speak('Hold');
	voice.speak('Done');
	voice.rest();
	vi.advanceTimersByTime(100);
	expect(queue()).toEqual([]);
	end();
});

it('AnyCall_BrowserWithoutSpeech_IsSilent', () => {
	const voice = new Voice(undefined, words);
	voice.speak('Hold');
	voice.wake();
	voice.rest();
});
