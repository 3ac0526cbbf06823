// Runs before the first paint, to avoid a flash of the wrong theme.
try {
	// Walls are dark unless the query has `light`.
	const isWall = location.pathname.startsWith('/wall/');
	const wallTheme = location.search.includes('light') ? 'light' : 'dark';
	const theme = isWall ? wallTheme : localStorage.getItem('theme');
	if (theme === 'light' || theme === 'dark') {
		document.documentElement.dataset.theme = theme;
	}
} catch {
	// Storage may be blocked; then the system's theme is used.
}
