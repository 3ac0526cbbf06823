// Runs before the first paint, to avoid a flash of the wrong theme.
try {
	const root = document.documentElement;
	// Walls are dark unless the query has `light`.
	const isWall = location.pathname.startsWith('/wall/');
	const wallTheme = location.search.includes('light') ? 'light' : 'dark';
	const theme = isWall ? wallTheme : localStorage.getItem('theme');
	if (theme === 'light' || theme === 'dark') {
		root.dataset.theme = theme;
		for (const meta of document.querySelectorAll('[data-theme-color]')) {
			meta.media = meta.dataset.themeColor === theme ? 'all' : 'not all';
		}
	}
	const motion = localStorage.getItem('motion');
	if (motion === 'reduced' || motion === 'full') root.dataset.motion = motion;
} catch {
	// Storage may be blocked; then the system's theme is used.
}

// The page may fail in a browser older than `browserslist` in package.json: then it says which ones it needs. Chrome 110
// and Firefox 115 brought the first, Safari 16.4 the second.
if (!('toSorted' in Array.prototype && 'CompressionStream' in window)) {
	document.addEventListener('DOMContentLoaded', () => {
		document.getElementById('old-browser').hidden = false;
	});
}
