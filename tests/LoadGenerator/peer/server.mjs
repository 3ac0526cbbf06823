// What a team would build in a week, to compare with: check-ins by Express, each a transaction of SQLite, and the people's
// streak board by Socket.IO: the first 100 rows as a whole, at most four times a second.
//   node server.mjs DATABASE PEOPLE
// Prints its address as ASP.NET Core does, when it listens.
import { createServer } from 'node:http';
import Database from 'better-sqlite3';
import express from 'express';
import { Server } from 'socket.io';

const [path, peopleCount] = process.argv.slice(2);
const ROWS = 100;
const INTERVAL_MS = 250;
const TODAY = new Date().toISOString().slice(0, 10);

const db = new Database(path);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`
	CREATE TABLE credits (user_id TEXT, local_date TEXT, PRIMARY KEY (user_id, local_date)) WITHOUT ROWID;
	CREATE TABLE completions (run_id TEXT PRIMARY KEY, user_id TEXT, local_date TEXT, seconds INTEGER) WITHOUT ROWID;
	CREATE TABLE commands (user_id TEXT, command_id TEXT, answer TEXT, PRIMARY KEY (user_id, command_id)) WITHOUT ROWID;
`);
const insertCredit = db.prepare('INSERT OR IGNORE INTO credits VALUES (?, ?)');
const insertCompletion = db.prepare('INSERT INTO completions VALUES (?, ?, ?, ?)');
const insertCommand = db.prepare('INSERT INTO commands VALUES (?, ?, ?)');
const findCommand = db.prepare('SELECT answer FROM commands WHERE user_id = ? AND command_id = ?').pluck();
const deleteCredit = db.prepare('DELETE FROM credits WHERE user_id = ? AND local_date = ?');

const people = new Map();
for (let number = 0; number < Number(peopleCount); number++) {
	const id = `person-${String(number).padStart(24, '0')}`;
	people.set(id, { id, name: `Person ${number}`, streak: 0, best: 0, percent: 0 });
}

const commit = db.transaction((user, { commandId, run }) => {
	const answer = JSON.stringify({ date: TODAY, credited: true, streak: 1 });
	insertCommand.run(user.id, commandId, answer);
	insertCredit.run(user.id, TODAY);
	insertCompletion.run(run, user.id, TODAY, 240);
	return answer;
});

const app = express();
app.use(express.json());
app.post('/check-ins/:user', (request, response) => {
	const user = people.get(request.params.user);
	if (!user) return response.sendStatus(404);
	let answer = findCommand.get(user.id, request.body.commandId);
	if (!answer) {
		answer = commit(user, request.body);
		setStreak(user, 1);
	}
	response.type('json').send(answer);
});
app.delete('/check-ins/:user', (request, response) => {
	const user = people.get(request.params.user);
	if (!user) return response.sendStatus(404);
	deleteCredit.run(user.id, TODAY);
	setStreak(user, 0);
	response.sendStatus(204);
});

const http = createServer(app);
const io = new Server(http, { transports: ['websocket'] });
io.on('connection', (socket) => {
	socket.join('board');
	socket.emit('board', board());
});

let version = 0;
let publishing;

function setStreak(user, streak) {
	Object.assign(user, { streak, best: Math.max(user.best, streak), percent: streak * 100 });
	publishing ??= setTimeout(() => {
		publishing = undefined;
		version++;
		io.to('board').emit('board', board());
	}, INTERVAL_MS);
}

function board() {
	const sorted = [...people.values()].sort((a, b) => b.streak - a.streak || b.best - a.best || (a.id < b.id ? -1 : 1));
	let rank = 0;
	const rows = sorted.slice(0, ROWS).map((row, index) => {
		const above = sorted[index - 1];
		if (!above || above.streak !== row.streak || above.best !== row.best) rank = index + 1;
		return { ...row, rank };
	});
	return { board: 'personStreak', version, total: people.size, rows };
}

http.listen(0, '127.0.0.1', () => console.log(`Now listening on: http://127.0.0.1:${http.address().port}`));
