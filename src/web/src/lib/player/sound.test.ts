import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryStorage } from '$lib/storage/storage';
import { Sound } from './sound.svelte';

function setUp(kept = new MemoryStorage()) {
	const heard: string[] = [];
	const tones = {
		play: async (kind: string) => void heard.push(`tone ${kind}`),
		wake: async () => void heard.push('tones awake'),
		rest: () => void heard.push('silence'),
	};
	const speech = {
		speak: (words: string) => void heard.push(words),
		wake: () => void heard.push('voice awake'),
		rest: () => undefined,
	};
	return { kept, heard, sound: new Sound(kept, tones, speech) };
}

describe('Sound', () => {
	it('is off until somebody wants it', () => {
		const { heard, sound } = setUp();
		sound.cue('halfway', 'Halfway');
		sound.tell('Time left: 0:20');
		expect(heard).toEqual([]);
	});

	it('plays tones, and says only what is asked for', () => {
		const { heard, sound } = setUp();
		sound.choose('tones');
		sound.cue('halfway', 'Halfway');
		sound.tell('Time left: 0:20');
		expect(heard).toEqual(['tone hold', 'tone halfway', 'Time left: 0:20']);
	});

	it('says the cues with the voice on', () => {
		const { heard, sound } = setUp();
		sound.choose('voice');
		sound.cue('end', 'Done');
		expect(heard).toEqual(['tone hold', 'Tones and voice', 'tone end', 'Done']);
	});

	it('falls silent at once', () => {
		const { heard, sound } = setUp();
		sound.choose('voice');
		sound.choose('off');
		sound.cue('end', 'Done');
		expect(heard).toEqual(['tone hold', 'Tones and voice', 'silence']);
	});

	it('stays as it was chosen on this device', () => {
		const { kept, sound } = setUp();
		sound.choose('voice');
		expect(setUp(kept).sound.mode).toBe('voice');
	});

	it('takes nonsense for off', () => {
		const kept = new MemoryStorage();
		kept.set('sound', 'loud');
		expect(setUp(kept).sound.mode).toBe('off');
	});

	describe('open', () => {
		let page: EventTarget & { visibilityState: string };

		beforeEach(() => {
			page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
			vi.stubGlobal('document', page);
		});
		afterEach(() => void vi.unstubAllGlobals());

		it.each(['click', 'keydown', 'visibilitychange'])(
			'Open_%s with the voice kept_WakesTonesAndVoice',
			(interaction) => {
				const { kept } = setUp();
				kept.set('sound', 'voice');
				const { heard, sound } = setUp(kept);
				sound.open();
				page.dispatchEvent(new Event(interaction));
				expect(heard).toEqual(['tones awake', 'voice awake']);
			},
		);

		it('Open_Off_WakesNothing', () => {
			const { heard, sound } = setUp();
			sound.open();
			page.dispatchEvent(new Event('click'));
			expect(heard).toEqual([]);
		});

		it('Open_Hidden_WakesNothing', () => {
			const { heard, sound } = setUp();
			sound.choose('tones');
			sound.open();
			page.visibilityState = 'hidden';
			page.dispatchEvent(new Event('visibilitychange'));
			expect(heard).toEqual(['tone hold']);
		});

		it('Open_Ended_IsSilent', () => {
			const { heard, sound } = setUp();
			sound.choose('tones');
			sound.open()();
			page.dispatchEvent(new Event('click'));
			expect(heard).toEqual(['tone hold', 'silence']);
		});
	});
});
