import type * as en from '../en';

export const selfTestHint: typeof en.selfTestHint = {
	now: 'Jetzt wäre ein guter Zeitpunkt für einen Selbsttest.',
	enter: 'Selbsttest eintragen',
};
