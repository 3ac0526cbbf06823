/** What the figure of each exercise shows, for who cannot see it. */
export const figureDescriptions: Record<string, string> = {
	'ball-calf':
		'Auf einem Ball sitzend, beide Hände auf dem Tisch, ein Bein gestreckt nach vorn. Die Zehen dieses Fußes ziehen nach oben, während die Brust nach vorn kommt.',
	'ball-hamstring':
		'Auf einem Ball sitzend, beide Hände auf dem Tisch, ein Bein gestreckt mit der Ferse am Boden. Die Brust neigt sich zu diesem Bein, der Rücken bleibt lang.',
	'ball-squat':
		'Auf einem Ball sitzend, beide Hände auf dem Tisch; die Hüfte hebt sich ein wenig vom Ball und setzt sich wieder.',
	'ball-squat-hold':
		'Nach vorn geneigt, die Hüfte knapp über einem Ball gehalten, beide Hände neben der Hüfte am Ball.',
	'banded-squat':
		'Eine Kniebeuge von vorn gesehen, ein Band um beide Oberschenkel knapp über den Knien; die Knie drücken nach außen.',
	'bird-dog':
		'Auf Händen und Knien; ein Bein streckt sich nach hinten und der gegenüberliegende Arm nach vorn, auf Höhe des Rückens.',
	bridging:
		'In Rückenlage, Knie gebeugt, Füße flach; die Hüfte hebt sich, bis Schultern, Hüfte und Knie eine Linie bilden.',
	'butt-kicks':
		'Auf der Stelle kommt eine Ferse nach der anderen hinten zum Gesäß, das Knie zeigt nach unten.',
	'calf-stretch':
		'Im Stehen, Hände an der Hüfte, ein Fuß weit hinten, dieses Bein gestreckt mit der Ferse am Boden. Das vordere Knie beugt sich.',
	'chair-edge-stretch':
		'Auf der Stuhlkante sitzend, ein Bein gestreckt, die Ferse am Boden; der Oberkörper neigt sich mit langem Rücken aus der Hüfte nach vorn.',
	'chair-squat':
		'Vor einem Stuhl, die Arme nach vorn gestreckt; die Hüfte sinkt nach hinten, bis sie den Sitz fast berührt, und kommt wieder hoch.',
	'desk-leg-stretch':
		'Am Schreibtisch stehend, die Fingerspitzen darauf; ein gestrecktes Bein hebt sich nach vorn unter den Tisch.',
	'foam-roller':
		'Sitzend, die Hände hinten am Boden, ein Fuß flach; das andere Bein ist gestreckt, und sein Oberschenkel rollt über eine Faszienrolle.',
	'half-split':
		'Ein Knie am Boden, die Hüfte darüber, das vordere Bein gestreckt mit der Ferse am Boden. Die Hände ruhen auf Blöcken, und die Brust neigt sich über das Bein.',
	'high-knees':
		'Auf der Stelle hebt sich ein Knie nach dem anderen auf Hüfthöhe, die Arme schwingen mit.',
	'hip-flexor-stretch':
		'Im Stehen in einem langen Schritt, eine Hand an einer Stütze, die hintere Ferse gehoben. Die Hüfte schiebt sich unter dem aufrechten Oberkörper nach vorn.',
	'knees-to-chest':
		'In Rückenlage ziehen beide Hände an den Schienbeinen die gebeugten Knie zur Brust.',
	'leg-raises':
		'In Rückenlage, die Arme neben dem Körper; beide Beine heben sich, bis sie nach oben zeigen, und sinken wieder.',
	'leg-swings':
		'Im Stehen, eine Hand an einer Stütze; das andere Bein schwingt wie ein Pendel vor und zurück.',
	'light-cardio': 'Gehen auf der Stelle mit gebeugten Ellbogen, die Arme schwingen mit.',
	'lizard-pose':
		'Ein langer, tiefer Ausfallschritt, das hintere Knie am Boden, beide Hände auf Blöcken innen neben dem vorderen Fuß.',
	lunges:
		'In einem langen Schritt, eine Hand an einer Stütze; beide Knie beugen sich, der aufrechte Körper sinkt gerade nach unten und kommt wieder hoch.',
	'lying-knee-bent':
		'In Rückenlage, ein Fuß flach; beide Hände halten den anderen Oberschenkel von hinten. Dieses Bein zeigt nach oben, das Knie leicht gebeugt.',
	'pallof-press':
		'Seitlich zu einem Pfosten stehend halten beide Hände ein Band vor der Brust und drücken es gerade nach vorn, ohne sich zu drehen.',
	plank: 'Auf Unterarmen und Zehen gestützt, der Körper in einer geraden Linie über dem Boden.',
	'pnf-contract-relax':
		'In Rückenlage, ein Gurt um den gehobenen Fuß. Das Bein drückt gegen den Gurt, löst und kommt näher.',
	'pyramid-pose':
		'Im Stehen, ein Fuß einen Schritt hinter dem anderen, beide Beine gestreckt; über das vordere Bein gebeugt, die Hände auf Blöcken.',
	'quadriceps-stretch':
		'Auf einem Bein stehend, eine Hand an einer Stütze; die andere Hand zieht die Ferse zum Gesäß.',
	'russian-twists':
		'Mit gebeugten Knien sitzend, ein wenig zurückgelehnt; Brust und beide Hände drehen von einer Seite zur anderen.',
	'seated-breathing':
		'Aufrecht auf einem Stuhl sitzend, die Hände auf dem Bauch, der sich mit jedem Einatmen weitet.',
	'seated-forward-fold':
		'Am Boden sitzend, beide Beine gestreckt; die Brust neigt sich nach vorn, und die Hände wandern an den Beinen entlang.',
	'seated-knee-lift':
		'Aufrecht auf einem Stuhl sitzend, die Hände am Sitz; ein Knie hebt sich zur Brust und sinkt wieder.',
	'seated-one-leg':
		'Am Boden sitzend, ein Bein gestreckt, das andere angewinkelt, das Knie zur Seite. Die Brust neigt sich über das gestreckte Bein.',
	'side-plank':
		'Auf einem Unterarm und den Außenkanten der Füße; der Körper ist eine gerade Linie, der obere Arm zeigt nach oben.',
	'standing-brace': 'Aufrecht stehend, beide Hände am Bauch, der rundum fest ist.',
	'standing-forward-fold':
		'Im Stehen aus der Hüfte nach vorn gebeugt, die Hände auf zwei Blöcken, die Knie fast gestreckt.',
	'standing-hamstring':
		'Im Stehen, ein gestrecktes Bein einen Schritt vorn mit der Ferse am Boden, das hintere Knie weich. Eine Hand hält eine Stütze, während die Hüfte beugt.',
	'standing-toe-reach':
		'Im Stehen mit gestreckten Beinen; der Körper beugt sich aus der Hüfte, und die Arme hängen zu den Zehen. Die Brust hebt und senkt sich.',
	superman:
		'In Bauchlage, die Arme nach vorn gestreckt; Arme, Brust und Beine heben sich ein wenig und sinken wieder.',
	'supine-active':
		'In Rückenlage, ein Bein lang am Boden; beide Hände umfassen den anderen Oberschenkel. Er drückt in die Hände und löst.',
	'supine-strap':
		'In Rückenlage, ein Gurt um den Ballen eines Fußes; beide Hände ziehen das gestreckte Bein näher.',
	'two-chair-stretch':
		'Auf einem Stuhl sitzend, ein gestrecktes Bein auf einem zweiten Stuhl; die Hände reichen am Bein entlang zu den Zehen.',
	'walking-lunges':
		'Gehen in langen Schritten, die Hände an der Hüfte; bei jedem Schritt beugen sich beide Knie tief.',
	'wall-plank':
		'Auf den Unterarmen an eine Wand gelehnt, der Körper von Kopf bis Fersen in einer geraden Linie.',
	'wall-stretch':
		'In Rückenlage, das Gesäß nah an einer Wand, beide Beine daran hoch; die Knie drücken sanft zur Wand.',
	'wide-legged-forward-fold':
		'Von vorn gesehen: die Füße weit auseinander, der Körper zwischen den gestreckten Beinen nach unten gebeugt, die Hände am Boden.',
};
