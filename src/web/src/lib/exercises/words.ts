import type { Equipment, ExerciseKind, Muscle, Position } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';

/** The names of the positions. */
export const positions: Readonly<Record<Position, () => string>> = {
	standing: m.positions_standing,
	seated: m.positions_seated,
	floor: m.positions_floor,
	lying: m.positions_lying,
};

/** The names of the kinds of exercises. */
export const kinds: Readonly<Record<ExerciseKind, () => string>> = {
	static: m.kinds_static,
	dynamic: m.kinds_dynamic,
	pnf: m.kinds_pnf,
	strength: m.kinds_strength,
	warmUp: m.kinds_warm_up,
	alternative: m.kinds_alternative,
};

/** The names of the equipment. */
export const equipment: Readonly<Record<Equipment, () => string>> = {
	chair: m.equipment_chair,
	twoChairs: m.equipment_two_chairs,
	desk: m.equipment_desk,
	table: m.equipment_table,
	wall: m.equipment_wall,
	mat: m.equipment_mat,
	strap: m.equipment_strap,
	blocks: m.equipment_blocks,
	ball: m.equipment_ball,
	roller: m.equipment_roller,
	band: m.equipment_band,
	pillow: m.equipment_pillow,
	partner: m.equipment_partner,
	support: m.equipment_support,
};

/** The names of the muscles. */
export const muscles: Readonly<Record<Muscle, () => string>> = {
	hamstrings: m.muscles_hamstrings,
	calves: m.muscles_calves,
	glutes: m.muscles_glutes,
	hipFlexors: m.muscles_hip_flexors,
	quadriceps: m.muscles_quadriceps,
	lowBack: m.muscles_low_back,
	abdominals: m.muscles_abdominals,
	obliques: m.muscles_obliques,
	adductors: m.muscles_adductors,
	shoulders: m.muscles_shoulders,
	chest: m.muscles_chest,
	wholeBody: m.muscles_whole_body,
	breathing: m.muscles_breathing,
};
