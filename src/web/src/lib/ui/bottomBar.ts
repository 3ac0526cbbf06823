/**
 * Tells the page how high a bar that sticks to its bottom is, so that what is focused is scrolled above it (base.css).
 * An attachment of the bar.
 */
export function bottomBar(bar: HTMLElement): () => void {
	const { style } = document.documentElement;
	const measure = () => {
		const sticks = getComputedStyle(bar).position !== 'static';
		style.setProperty('--bar', `${sticks ? bar.offsetHeight : 0}px`);
	};
	const observer = new ResizeObserver(measure);
	observer.observe(bar);
	window.addEventListener('resize', measure);
	return () => {
		observer.disconnect();
		window.removeEventListener('resize', measure);
		style.removeProperty('--bar');
	};
}
