import { expect, it, vi } from 'vitest';
import { Chime } from './chime';

/** An audio context in a state, which `resume` changes once `allowed`. */
function audio(state: string, allowed = true) {
	const started: number[] = [];
	const node = { connect: () => node, gain: new Proxy({}, { get: () => () => undefined }) };
	const context = {
		state,
		currentTime: 0,
		destination: node,
		createGain: () => node,
		createOscillator: () => ({
			...node,
			frequency: { value: 0 },
			start: (at: number) => void started.push(at),
			stop: () => undefined,
		}),
		resume: vi.fn(async () => {
			if (!allowed) throw new DOMException('', 'InvalidStateError');
			context.state = 'running';
		}),
		suspend: vi.fn(async () => void (context.state = 'suspended')),
	};
	return { context, started };
}

function chimeOf({ context }: ReturnType<typeof audio>, now = () => 0) {
	return new Chime(() => context as unknown as AudioContext, now);
}

it.each(['suspended', 'interrupted'])('Play_Context %s_ResumesItFirst', async (state) => {
	const stage = audio(state);
	await chimeOf(stage).play('step');
	expect(stage.context.resume).toHaveBeenCalledOnce();
	expect(stage.started).toEqual([0, 0.16]);
});

it('Play_ContextThatStaysInterrupted_DropsTheCue', async () => {
	const stage = audio('interrupted', false);
	const chime = chimeOf(stage);
	await chime.play('step');
	await chime.play('hold');
	expect(stage.started).toEqual([]);
});

it('Play_ContextResumedLater_DropsTheOldCue', async () => {
	const stage = audio('suspended');
	let now = 0;
	const playing = chimeOf(stage, () => now).play('step');
	now = 5000;
	await playing;
	expect(stage.started).toEqual([]);
});

it('Wake_InterruptedContext_ResumesIt', async () => {
	const stage = audio('interrupted');
	await chimeOf(stage).wake();
	expect(stage.context.state).toBe('running');
});

it('Wake_BrowserWithoutAudio_IsSilent', async () => {
	const chime = new Chime(() => {
		throw new ReferenceError('AudioContext is not defined');
	});
	await chime.wake();
	await chime.play('step');
	chime.rest();
});

it('Rest_RunningContext_StopsItUntilTheNextWake', async () => {
	const stage = audio('running');
	const chime = chimeOf(stage);
	await chime.play('step');
	chime.rest();
	expect(stage.context.state).toBe('suspended');
	await chime.wake();
	expect(stage.context.state).toBe('running');
});
