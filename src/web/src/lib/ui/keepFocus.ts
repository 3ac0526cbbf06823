/**
 * Moves the focus to the page's content when the focused control disappears: otherwise it would be nowhere, and keyboards and
 * screen readers would start at the top of the document. Returns its end.
 */
export function keepFocus(): () => void {
	let focused: Element | null = null;
	const remember = ({ target }: FocusEvent) => (focused = target as Element);
	const rescue = () => {
		if (!focused || focused.isConnected) return;
		focused = null;
		if (document.activeElement && document.activeElement !== document.body) return;
		const next =
			document.querySelector<HTMLElement>('dialog[open]') ?? document.getElementById('main');
		next?.focus({ preventScroll: true });
	};
	const observer = new MutationObserver(rescue);
	observer.observe(document.body, { childList: true, subtree: true });
	document.addEventListener('focusin', remember);
	return () => {
		observer.disconnect();
		document.removeEventListener('focusin', remember);
	};
}
