/** Whether a routine or a live break is running, which an update of the client must not interrupt. */
class Busy {
	now = $state(false);

	/** Sets `now` until the returned function is called; use it as the body of an effect. */
	begin(): () => void {
		this.now = true;
		return () => (this.now = false);
	}
}

export const busy = new Busy();
