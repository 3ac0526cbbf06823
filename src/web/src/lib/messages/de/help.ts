import type * as en from '../en';

export const help: typeof en.help = {
	title: 'Hilfe',
	lead: 'Kurze Antworten zu Dehnen, Sicherheit und Challenge.',
	contents: 'Auf dieser Seite',
	safetyTitle: 'Sicherheit',
	topics: [
		{
			id: 'why-hamstrings',
			question: 'Was haben die hinteren Oberschenkel mit dem Rücken zu tun?',
			answer: [
				'Die hintere Oberschenkelmuskulatur besteht aus drei Muskeln an der Rückseite jedes Oberschenkels. Sie laufen vom Sitzbein bis zum Unterschenkel, beugen das Knie und strecken die Hüfte.',
				'Wer den ganzen Tag sitzt, hält sie kurz. Feste Muskeln ziehen am Becken und kippen es nach hinten; der untere Rücken verliert seine natürliche Wölbung und muss mehr arbeiten. Muskeln, die wieder nachgeben, lassen dem Becken seine Freiheit, und eine kräftigere Mitte hält es dort.',
			],
		},
		{
			id: 'how-often',
			question: 'Wie oft soll ich dehnen?',
			answer: [
				'Einmal je Arbeitstag ist das, was hier zählt. Das genügt für die Gewohnheit, und mehr als drei bis zehn Minuten braucht es nicht.',
				'Mehr ist willkommen, wenn es guttut: Manche machen morgens eine kurze Runde und abends noch eine. Oft und kurz schlägt selten und lang. Warme Muskeln dehnen sich am besten, deshalb beginnt jede Übungsfolge mit etwas Bewegung.',
			],
		},
		{
			id: 'how-long',
			question: 'Wie lange dauert es, bis es hilft?',
			answer: [
				'Rechne in Wochen, nicht in Tagen. Gib dir einige Wochen mit regelmäßigem Üben, bevor du erwartest, mit weniger Zug weiter zu kommen. Darum dauert die Challenge acht.',
				'Gehalten wird anfangs 15 Sekunden und langsam mehr, bis 30. Es eilt nicht, und stärkeres Ziehen macht es nicht schneller.',
			],
		},
		{
			id: 'evidence',
			question: 'Hilft es wirklich gegen Rückenschmerzen?',
			answer: [
				'Das kann niemand versprechen, und wir tun es nicht. Artikel über das Dehnen sprechen von rund 30 % weniger Schmerzen; die Forschung am Arbeitsplatz ist vorsichtiger.',
				'Eine Übersicht über 24 Studien am Arbeitsplatz fand meist Wirkungen, die sich vom Zufall nicht unterscheiden lassen, und nennt ihre eigene Sicherheit gering. Eine Studie mit 563 Büroangestellten fand weniger neue Fälle von Rückenschmerzen: 8,8 % bei denen, die übten, 19,7 % bei den anderen.',
				'Nimm es also als das, was es ist: eine angenehme Gewohnheit, die dich in Bewegung hält. Hast du Schmerzen, frag zuerst ärztlich nach.',
			],
		},
		{
			id: 'at-work',
			question: 'Geht das bei der Arbeit?',
			answer: [
				'Ja. Jeden Tag gibt es drei Arten, die gleich viel zählen: am Schreibtisch in Bürokleidung, auf einer Matte oder im Sitzen auf dem Stuhl. Wähl unter „Heute“, was dir passt; deine letzte Wahl bleibt erhalten.',
				'Am Schreibtisch genügen ein Stuhl, der nicht rollt, ein Tisch und eine Armlänge Platz. Auf der Matte ist eine ruhige Ecke mit freiem Boden und gutem Licht am besten.',
			],
			link: { href: '/exercises?desk=true', label: 'Übungen für den Schreibtisch' },
		},
		{
			id: 'form',
			question: 'Woran merke ich, dass ich es richtig mache?',
			answer: [
				'Du spürst einen leichten Zug in der Mitte des Muskels, hinten im Oberschenkel, nicht in der Kniekehle und nicht im Rücken. Du kannst langsam atmen und bleiben, wo du bist, ohne zu zittern.',
				'Die üblichen Fehler: den Rücken runden, statt aus der Hüfte zu beugen, zu stark ziehen, weiter dehnen, als der Körper es an dem Tag zulässt, und nur ab und zu dehnen statt regelmäßig. Jede Übung hat ihre eigene kurze Liste.',
			],
			link: { href: '/exercises', label: 'Alle Übungen mit Figuren' },
		},
		{
			id: 'progress',
			question: 'Wie sehe ich, wie ich vorankomme?',
			answer: [
				'Deine Serie und die Karte der acht Wochen zeigen, wie regelmäßig du dabei bist. Das ist es, was zählt.',
				'Nur für dich gibt es drei kleine Selbsttests: das gestreckte Beinheben, die Rumpfbeuge im Sitzen und wie es dem unteren Rücken heute geht. Vorgeschlagen werden sie am Anfang und nach den Wochen 2, 4, 6 und 8. Nur du kannst die Ergebnisse sehen, sie werden verschlüsselt gespeichert, und ein Klick löscht sie.',
			],
			link: { href: '/progress/self-tests', label: 'Selbsttests' },
		},
		{
			id: 'advanced',
			question: 'Wann kann ich zu schwereren Dehnungen übergehen?',
			answer: [
				'Wenn dir die einfachen leichtfallen: Du hältst sie eine halbe Minute ruhig, mit langem Rücken und ohne Schmerzen. Das Programm führt dich von selbst dorthin: In den Wochen 1 bis 4 hältst du still, in den Wochen 5 und 6 kommt Anspannen und Lösen dazu, in den Wochen 7 und 8 Bewegung.',
				'Noch nicht so weit? Bleib bei der leichteren Form, solange du magst. Sie zählt voll.',
			],
			link: { href: '/exercises/pnf-contract-relax', label: 'Anspannen und lösen' },
		},
		{
			id: 'combine',
			question: 'Was passt gut dazu?',
			answer: [
				'Kraft für die Körpermitte: Stütz, Brücke und ihre Verwandten gehören zum Programm, denn lange Muskeln allein halten keinen Rücken. Fang mit wenigen Wiederholungen und wenig oder keinem Gewicht an.',
				'Auch Hüfte, vordere Oberschenkel und Waden freuen sich über Dehnung, besonders wenn du Rad fährst. Und Gehen oder leichtes Ausdauertraining jeder Art passt zu allen Dehnungen am besten.',
			],
			link: { href: '/exercises?kind=strength', label: 'Übungen für Rumpf und Kraft' },
		},
		{
			id: 'hurts',
			question: 'Was, wenn eine Übung wehtut?',
			answer: [
				'Hör damit auf. Beim Üben geht es mit „Tut weh, auslassen“ beim nächsten Schritt weiter, und der Tag zählt trotzdem, wenn du den Rest machst. Jede Übung nennt auch eine leichtere Form.',
				'Ist der Schmerz scharf, strahlt er ins Bein aus oder nimmt er zu, beende die Übungsfolge und frag ärztlich nach, bevor du weitermachst.',
			],
			link: { href: '/exercises/knees-to-chest', label: 'Eine sanfte Alternative' },
		},
		{
			id: 'privacy',
			question: 'Was sehen die anderen und die Organisation?',
			answer: [
				'Dass du an einem Tag fertig warst, für die Zählung im Team; dein Name erscheint in der Rangliste „Leute“ nur, wenn du es erlaubst. Warum ein Tag leer ist, bleibt bei dir: Ein freier Tag und ein noch nicht erledigter sehen für andere gleich aus.',
				'Deine Antwort zur Sicherheit und deine Selbsttests gehören nur dir. Niemand aus der Organisation kann sie sehen oder exportieren, und du kannst sie jederzeit löschen.',
			],
			link: { href: '/me', label: 'Deine Einstellungen' },
		},
	],
	sources: 'Die oben genannten Studien',
	review: 'Übersicht über 24 Studien am Arbeitsplatz (Scand J Work Environ Health 4070)',
	trial: 'Studie mit 563 Büroangestellten (PMC3960439)',
};
