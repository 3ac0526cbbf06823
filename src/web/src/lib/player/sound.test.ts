import { describe, expect, it } from 'vitest';
import { MemoryStorage } from '$lib/storage/storage';
import { Sound } from './sound.svelte';

function setUp(kept = new MemoryStorage()) {
	const heard: string[] = [];
	const chime = {
		play: (kind: string) => void heard.push(`tone ${kind}`),
		close: () => void heard.push('silence'),
	};
	const sound = new Sound(
		kept,
		() => chime,
		(words) => void heard.push(words),
	);
	return { kept, heard, sound };
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
		expect(heard).toEqual(['tone hold', 'tone end', 'Done']);
	});

	it('falls silent at once', () => {
		const { heard, sound } = setUp();
		sound.choose('voice');
		sound.choose('off');
		sound.cue('end', 'Done');
		expect(heard).toEqual(['tone hold', 'silence']);
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
});
