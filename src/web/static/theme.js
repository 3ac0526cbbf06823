// Runs before the first paint, so that a chosen theme never flashes the other one.
try {
	// A wall is dark, unless its address asks for light.
	const isWall = location.pathname.startsWith('/wall/');
	const wallTheme = location.search.includes('light') ? 'light' : 'dark';
	const theme = isWall ? wallTheme : localStorage.getItem('theme');
	if (theme === 'light' || theme === 'dark') {
		document.documentElement.dataset.theme = theme;
	}
} catch {
	// Storage may be blocked; the system's theme is used then.
}
