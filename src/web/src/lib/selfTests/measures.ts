import { m } from '$lib/paraglide/messages';

/** The self-tests: their names, units, and how each is done, a line for each step. */
export const measures = {
	straightLegRaise: {
		name: m.measures_straight_leg_raise_name,
		unit: m.measures_straight_leg_raise_unit,
		how: m.measures_straight_leg_raise_how,
	},
	sitAndReach: {
		name: m.measures_sit_and_reach_name,
		unit: m.measures_sit_and_reach_unit,
		how: m.measures_sit_and_reach_how,
	},
	backFeeling: {
		name: m.measures_back_feeling_name,
		unit: m.measures_back_feeling_unit,
		how: m.measures_back_feeling_how,
	},
};
