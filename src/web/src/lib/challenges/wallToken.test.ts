import { describe, expect, it } from 'vitest';
import { wallToken } from './wallToken';

describe('wallToken', () => {
	it.each([
		['https://stretch.example.com/wall/aB3-x_9', 'aB3-x_9'],
		[' http://localhost:5080/wall/aB3-x_9/?light ', 'aB3-x_9'],
		['aB3-x_9', 'aB3-x_9'],
		['', ''],
	])('in “%s” is “%s”', (address, token) => {
		expect(wallToken(address)).toBe(token);
	});
});
