import { expect, it } from 'vitest';
import { domainsIn } from './domains';

it.each([
	['', []],
	[' , ', []],
	['example.com', ['example.com']],
	[
		'a.example, b.example;c.example\nd.example',
		['a.example', 'b.example', 'c.example', 'd.example'],
	],
])('domainsIn %j', (text, domains) => expect(domainsIn(text)).toEqual(domains));
