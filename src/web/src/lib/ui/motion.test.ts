import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MemoryStorage } from '$lib/storage/storage';

const system = vi.hoisted(() => ({ current: false }));
vi.mock('svelte/motion', () => ({ prefersReducedMotion: system }));

const { Motion } = await import('./motion.svelte');

const documentElement = { dataset: {} as { motion?: string } };

beforeEach(() => vi.stubGlobal('document', { documentElement }));
afterEach(() => {
	system.current = false;
	vi.unstubAllGlobals();
});

it.each([
	['system', true, true],
	['system', false, false],
	['reduced', false, true],
	['full', true, false],
] as const)('Motion_Choice %s with reduced motion %s_IsReduced %s', (choice, ofSystem, reduced) => {
	const storage = new MemoryStorage();
	const motion = new Motion(storage);
	system.current = ofSystem;
	expect(motion.choose(choice)).toBe(true);
	expect(motion.isReduced).toBe(reduced);
	expect(documentElement.dataset.motion).toBe(choice === 'system' ? undefined : choice);
	expect(new Motion(storage).choice).toBe(choice);
});

it('Motion_UnknownValueKept_IsTheSystems', () => {
	const storage = new MemoryStorage();
	storage.set('motion', 'wild');
	expect(new Motion(storage).choice).toBe('system');
});
