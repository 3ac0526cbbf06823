// The record separator and the message types of SignalR's JSON protocol that are used here.
const END = '\u001e';
const INVOCATION = 1;
const COMPLETION = 3;

/** A proxy between a page and the hub: answers WatchStandings with simulated people and forwards everything else. */
export class Crowd {
	#socket;
	#version = 1;
	#people;

	constructor(challengeId, size) {
		this.#people = Array.from({ length: size }, (_, index) => index);
		this.challengeId = challengeId;
	}

	get leader() {
		return nameOf(this.#people[0]);
	}

	standBetween(socket) {
		this.#socket = socket;
		const hub = socket.connectToServer();
		socket.onMessage((text) => {
			const watchCall = text
				.split(END)
				.filter(Boolean)
				.map((part) => JSON.parse(part))
				.find(({ target }) => target === 'WatchStandings');
			if (watchCall)
				this.#send({
					type: COMPLETION,
					invocationId: watchCall.invocationId,
					result: this.#snapshot(),
				});
			else hub.send(text);
		});
		hub.onMessage((text) => socket.send(text));
	}

	/** Gives all rows other scores in a random order and sends the change. */
	move() {
		this.#people.sort(() => Math.random() - 0.5);
		this.#version++;
		const { rows, total } = this.#snapshot();
		const { challengeId } = this;
		const change = { challengeId, board: 'personStreak', version: this.#version, total, rows };
		this.#send({
			type: INVOCATION,
			target: 'StandingsChanged',
			arguments: [{ ...change, removed: [], scores: [] }],
		});
	}

	#send(message) {
		this.#socket.send(JSON.stringify(message) + END);
	}

	#snapshot() {
		const rows = this.#people.map((person, place) => ({
			id: `person-${person}`,
			name: nameOf(person),
			streak: this.#people.length - place,
			best: this.#people.length,
			percent: 95,
		}));
		const { challengeId } = this;
		return {
			challengeId,
			board: 'personStreak',
			version: this.#version,
			total: this.#people.length,
			rows,
			epoch: 'crowd',
			scores: rows.map(({ streak, best }) => [[streak, best], 1]),
		};
	}
}

function nameOf(person) {
	return `Colleague ${person + 1}`;
}
