// Draws src/lib/ui/icons.svg from the icons of Lucide that src/lib/ui/icons.json names:
//   npm run icons
import { readFile, writeFile } from 'node:fs/promises';

const icons = JSON.parse(await readFile('src/lib/ui/icons.json', 'utf8'));

const symbols = await Promise.all(
	Object.entries(icons).map(async ([name, icon]) => {
		const svg = await readFile(`node_modules/lucide-static/icons/${icon}.svg`, 'utf8');
		const shapes = [...svg.matchAll(/<(?!svg)\w[^>]*>/g)].map(([shape]) => shape);
		return `\t<symbol id="${name}" viewBox="0 0 24 24">${shapes.join('')}</symbol>\n`;
	}),
);

await writeFile(
	'src/lib/ui/icons.svg',
	`<svg xmlns="http://www.w3.org/2000/svg">\n\t<!-- Lucide, ISC licence. Made by scripts/icons.mjs. -->\n${symbols.join('')}</svg>\n`,
);
