export const calendarFeed = {
	title: 'Breaks in your calendar',
	text: 'Subscribe to this address in your calendar program, and planned desk breaks appear there. It is yours alone: treat it like a key.',
	create: 'Make a calendar address',
	renewHint: 'A new address makes the one before void.',
	shownOnce: 'Copy it now: it is shown only this once.',
	address: 'Calendar address',
	copy: 'Copy address',
	copied: 'Copied',
	revoke: 'Revoke my calendar address',
	revoked: 'Your calendar address is void. Calendars that use it get nothing any more.',
};
