/** Pages that show nothing without a network. */
const ONLINE =
	/\/src\/routes\/(?:live|wall|\(public\)\/join|\(app\)\/challenges\/(?:new|\[id\]\/\+page))/;

/** Lists the files that only these pages load: the service worker does not fetch them before they are used. */
export function onlinePages() {
	return {
		name: 'online-pages',
		apply: ({ build }) => !build?.ssr,
		generateBundle(_, bundle) {
			const source = JSON.stringify(onlineFiles(bundle).map((file) => `/${file}`));
			this.emitFile({ type: 'asset', fileName: '_app/online.json', source });
		},
	};
}

function onlineFiles(bundle) {
	const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
	const isOnline = ({ moduleIds }) => moduleIds.some((id) => ONLINE.test(id));
	const others = new Set(chunks.filter((chunk) => chunk.isEntry && !isOnline(chunk)));
	for (const { imports, dynamicImports } of others) {
		for (const file of [...imports, ...dynamicImports]) {
			const chunk = bundle[file];
			if (chunk && !isOnline(chunk)) others.add(chunk);
		}
	}
	return chunks.filter((chunk) => !others.has(chunk)).map(({ fileName }) => fileName);
}
