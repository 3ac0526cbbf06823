import { describe, expect, it } from 'vitest';
import { ApiProblem } from './problem';

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
	return new Response(JSON.stringify(body), { status, headers });
}

describe('ApiProblem.fromResponse', () => {
	it('puts the first message of each field under its camelCase name', async () => {
		const problem = await ApiProblem.fromResponse(
			answer(400, { errors: { DisplayName: ['Too long.', 'Too dull.'], email: 'No address.' } }),
		);
		expect(problem.fields).toEqual({ displayName: 'Too long.', email: 'No address.' });
	});

	it('says the detail and keeps the end of the type as its kind', async () => {
		const problem = await ApiProblem.fromResponse(
			answer(409, { type: 'urn:problem:too-early', title: 'Conflict', detail: 'Not yet.' }),
		);
		expect(problem.message).toBe('Not yet.');
		expect(problem.kind).toBe('too-early');
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
