/** What the figure of each exercise shows, for who cannot see it. */
export const figureDescriptions: Record<string, string> = {
	'ball-calf':
		'Sitting on a ball with both hands on a table, one leg straight in front. The toes of that foot pull up while the chest comes forward.',
	'ball-hamstring':
		'Sitting on a ball with both hands on a table, one leg straight with its heel on the floor. The chest leans toward that leg, the back long.',
	'ball-squat':
		'Sitting on a ball with both hands on a table, then lifting the hips a little off the ball and sitting back.',
	'ball-squat-hold':
		'Leaning forward with the hips held just above a ball, both hands on the ball beside the hips.',
	'banded-squat':
		'A squat seen from the front, with a band round both thighs just above the knees and the knees pressing outwards.',
	'bird-dog':
		'On hands and knees, one leg stretches back and the opposite arm forward, level with the back.',
	bridging:
		'Lying on the back with bent knees and flat feet, the hips lift until shoulders, hips and knees make one line.',
	'butt-kicks':
		'On the spot, one heel after the other comes up behind toward the bottom, the knee pointing down.',
	'calf-stretch':
		'Standing with hands on the hips and one foot far back, that leg straight with its heel down. The front knee bends.',
	'chair-edge-stretch':
		'Sitting on the edge of a chair with one leg straight, heel on the floor, and leaning forward from the hips with a long back.',
	'chair-squat':
		'In front of a chair with the arms stretched forward, the hips sink back until they nearly touch the seat, then rise.',
	'desk-leg-stretch':
		'Standing at a desk with the fingertips on it, one straight leg lifts forward under the desk.',
	'foam-roller':
		'Sitting with hands on the floor behind and one foot flat, the other leg is straight and its thigh rolls over a foam roller.',
	'half-split':
		'One knee on the floor with the hips above it, the front leg straight with its heel down. The hands rest on blocks and the chest bows over the leg.',
	'high-knees': 'On the spot, one knee after the other lifts to hip height while the arms swing.',
	'hip-flexor-stretch':
		'Standing in a long step with one hand on a support, the back heel lifted. The hips move forward under an upright body.',
	'knees-to-chest':
		'Lying on the back, both hands on the shins draw the bent knees toward the chest.',
	'leg-raises':
		'Lying on the back with the arms beside the body, both legs lift until they point up, and sink again.',
	'leg-swings':
		'Standing with one hand on a support, the other leg swings forward and back like a pendulum.',
	'light-cardio': 'Marching on the spot with bent elbows, the arms swinging along.',
	'lizard-pose':
		'A long, low lunge with the back knee on the floor and both hands on blocks inside the front foot.',
	lunges:
		'In a long step with one hand on a support, both knees bend and the upright body sinks straight down, then rises.',
	'lying-knee-bent':
		'Lying on the back with one foot flat, both hands hold the other thigh from behind. That leg points up with the knee slightly bent.',
	'pallof-press':
		'Standing sideways to a post, both hands hold a band at the chest and press it straight ahead without turning.',
	plank: 'Resting on forearms and toes, the body in one straight line above the floor.',
	'pnf-contract-relax':
		'Lying on the back with a strap round one raised foot. The leg presses away against the strap, lets go, and comes closer.',
	'pyramid-pose':
		'Standing with one foot a step behind the other and both legs straight, folded over the front leg, hands on blocks.',
	'quadriceps-stretch':
		'Standing on one leg with one hand on a support, the other hand draws the heel toward the bottom.',
	'russian-twists':
		'Sitting with bent knees and leaning back a little, the chest and both hands turn from one side to the other.',
	'seated-breathing':
		'Sitting upright on a chair, hands on the belly, which widens with each breath in.',
	'seated-forward-fold':
		'Sitting on the floor with both legs straight, the chest leans forward and the hands walk along the legs.',
	'seated-knee-lift':
		'Sitting tall on a chair and holding its seat, one knee lifts toward the chest and sinks again.',
	'seated-one-leg':
		'Sitting on the floor with one leg straight and the other folded in, its knee to the side. The chest leans over the straight leg.',
	'side-plank':
		'On one forearm and the side of the feet, the body is one straight line and the upper arm points up.',
	'standing-brace': 'Standing tall with both hands on the belly, the stomach firm all round.',
	'standing-forward-fold':
		'Standing folded forward from the hips, hands on two blocks, the knees almost straight.',
	'standing-hamstring':
		'Standing with one straight leg a step in front, its heel down, and the back knee soft. One hand holds a support while the hips fold.',
	'standing-toe-reach':
		'Standing with straight legs, the body folds at the hips and the arms hang toward the toes. The chest lifts and lowers.',
	superman:
		'Lying on the front with the arms stretched forward, arms, chest and legs lift a little and sink again.',
	'supine-active':
		'Lying on the back with one leg out along the floor, both hands clasp the other thigh. The thigh presses into the hands and lets go.',
	'supine-strap':
		'Lying on the back with a strap round the ball of one foot, both hands draw the straight leg closer.',
	'two-chair-stretch':
		'Sitting on a chair with one leg straight on a second chair, the hands reach along it toward the toes.',
	'walking-lunges':
		'Walking with hands on the hips in long steps, both knees bending deep at each step.',
	'wall-plank':
		'Leaning toward a wall on the forearms, the body in one straight line from head to heels.',
	'wall-stretch':
		'Lying on the back with the bottom close to a wall and both legs up it, the knees press gently toward the wall.',
	'wide-legged-forward-fold':
		'Seen from the front: the feet wide apart, the body folded down between the straight legs, hands on the floor.',
};
