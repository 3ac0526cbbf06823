import { describe, expect, it } from 'vitest';
import { cacheStrategyFor } from './requests';

const ORIGIN = 'https://stretch.example.com';
const files = new Set(['/theme.js', '/_app/immutable/nodes/1.abc.js']);

function way(path: string, mode = 'cors', method = 'GET') {
	return cacheStrategyFor({ method, mode, url: new URL(path, ORIGIN) }, ORIGIN, files);
}

describe('cacheStrategyFor', () => {
	it.each(['/', '/today', '/play/a-token', '/live/K7WQ2M', '/wall/a-token', '/exercises?q=calf'])(
		'opens %s as the kept page',
		(path) => expect(way(path, 'navigate')).toBe('page'),
	);

	it.each(['/theme.js', '/_app/immutable/nodes/1.abc.js', '/_app/immutable/of-another-build.js'])(
		'finds %s among the kept files',
		(path) => expect(way(path)).toBe('file'),
	);

	it.each([
		'/api/exercises',
		'/api/exercises/plank',
		'/api/routines',
		'/api/routines/week-1',
		'/api/programme',
	])('keeps %s of the catalogue', (path) => expect(way(path)).toBe('catalogue'));

	it.each([
		'/api/today',
		'/api/account',
		'/api/account/export',
		'/api/self-tests',
		'/api/safety',
		'/api/progress?challenge=1',
		'/api/challenges',
		'/api/exercises?q=calf',
		'/api/exercises/plank/notes',
		'/api/exercisesandmore',
		'/live',
		'/live/negotiate?negotiateVersion=1',
		'/calendar/secret.ics',
		'/openapi/v1.json',
		'/healthz/ready',
		'/admin/orleans/index.css',
		'/_app/version.json',
		'/service-worker.js',
		'/unknown.js',
	])('leaves %s alone', (path) => expect(way(path)).toBe('leave'));

	it.each([
		'/calendar/secret.ics',
		'/api/account/export',
		'/openapi/v1.json',
		'/icon-192.png',
		'/admin/orleans',
		'/admin/orleans/',
		'/today?past-worker=',
		'/exercises?q=calf&past-worker=',
	])('leaves %s alone when it is opened as a page', (path) =>
		expect(way(path, 'navigate')).toBe('leave'),
	);

	it('leaves changes and other origins alone', () => {
		expect(way('/api/exercises', 'cors', 'POST')).toBe('leave');
		expect(way('/today', 'navigate', 'POST')).toBe('leave');
		expect(way('https://elsewhere.example.com/theme.js')).toBe('leave');
	});
});
