import { parse, type AST } from 'svelte/compiler';
import { expect, it } from 'vitest';

const sources = import.meta.glob<string>('/src/**/*.svelte', {
	query: '?raw',
	import: 'default',
	eager: true,
});

type Node = AST.SvelteNode & { [property: string]: unknown };

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && 'type' in value;

/** An element whose text the browser does not translate. */
const isVerbatim = ({ type, attributes = [] }: Node) =>
	type === 'RegularElement' &&
	(attributes as AST.Attribute[]).some(
		({ name, value }) => name === 'translate' && JSON.stringify(value).includes('"no"'),
	);

/** The texts that a block adds and removes without an element around them. */
function bareTexts(node: Node, block = false): string[] {
	if (isVerbatim(node)) return [];
	if (node.type === 'ExpressionTag' || (node.type === 'Text' && String(node.data).trim())) {
		return block ? [`${node.start}`] : [];
	}
	const isBlock = node.type === 'Fragment' ? block : node.type.endsWith('Block');
	return Object.values(node)
		.flat()
		.filter(isNode)
		.flatMap((child) => bareTexts(child, isBlock));
}

// A browser that translates the page replaces text nodes by elements of its own, which would stay when the block changes.
it('Blocks_OfAllComponents_HaveTheirTextsInElements', () => {
	const found = Object.entries(sources).flatMap(([file, source]) =>
		bareTexts(parse(source, { modern: true }).fragment as Node).map((start) => {
			const line = source.slice(0, Number(start)).split('\n').length;
			return `${file}:${line}`;
		}),
	);
	expect(found).toEqual([]);
});
