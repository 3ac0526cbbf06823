/** Whether something runs on this page that nothing may disturb: a routine, or a live break. */
class Busy {
	now = $state(false);

	/** Use it as the body of an effect, for as long as it runs. */
	begin(): () => void {
		this.now = true;
		return () => (this.now = false);
	}
}

export const busy = new Busy();
