import { describe, expect, it } from 'vitest';
import { ApiProblem } from './problem';

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
	return new Response(JSON.stringify(body), { status, headers });
}

describe('ApiProblem.from', () => {
	it('From_ImportThatFailed_IsUnreachable', () => {
		const error = new TypeError('error loading dynamically imported module: https://x/3.js');
		expect(ApiProblem.from(error).isUnreachable).toBe(true);
		expect(ApiProblem.from(new TypeError('x is undefined')).isUnreachable).toBe(false);
	});
});

describe('ApiProblem.fromResponse', () => {
	it('has own words for the first fault of each field, by its code', async () => {
		const problem = await ApiProblem.fromResponse(
			answer(400, {
				type: '/problems/invalid-request',
				detail: "'name' may have up to 60 characters.",
				errors: {
					name: ["'name' may have up to 60 characters.", 'Too dull.'],
					email: ['Something new.'],
				},
				errorCodes: {
					name: [{ code: 'too-long', params: { most: 60 } }, { code: 'too-dull' }],
					email: [{ code: 'brand-new' }],
				},
			}),
		);
		expect(problem.message).toBe('Please check what you entered and try again.');
		expect(problem.fields).toEqual({
			name: 'At most 60 characters, please.',
			email: 'Something new.',
		});
	});

	it('has own words for a code with its params', async () => {
		const problem = await ApiProblem.fromResponse(
			answer(409, { type: '/problems/too-late', detail: 'Late.', params: { date: '2026-03-10' } }),
		);
		expect(problem.kind).toBe('too-late');
		expect(problem.message).toContain('10 March');
	});

	it('says the detail of a code that is unknown here', async () => {
		const problem = await ApiProblem.fromResponse(
			answer(409, { type: 'urn:problem:brand-new', title: 'Conflict', detail: 'Not yet.' }),
		);
		expect(problem.message).toBe('Not yet.');
		expect(problem.kind).toBe('brand-new');
		expect(problem.isTransient).toBe(false);
	});

	it('survives an answer that is no JSON and reads Retry-After', async () => {
		const response = new Response('<html>', { status: 503, headers: { 'Retry-After': '7' } });
		const problem = await ApiProblem.fromResponse(response);
		expect(problem.retryAfter).toBe(7);
		expect(problem.isTransient).toBe(true);
		expect(problem.message).not.toBe('');
	});
});
