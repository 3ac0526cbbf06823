import { describe, expect, it } from 'vitest';
import { MemoryStorage } from '$lib/storage/storage';
import { Seats } from './seats';

describe('Seats', () => {
	it('knows a guest’s seat in each room', () => {
		const seats = new Seats(new MemoryStorage());
		seats.keep('K7WQ2M', { secret: 'one', name: 'Ben' });
		seats.keep('P3XA9C', { secret: 'two', name: 'Benny' });
		expect(seats.of('K7WQ2M')?.secret).toBe('one');
		expect(seats.of('OTHER1')).toBeUndefined();
		expect(seats.lastName).toBe('Benny');
	});

	it('forgets a seat', () => {
		const seats = new Seats(new MemoryStorage());
		seats.keep('K7WQ2M', { secret: 'one', name: 'Ben' });
		seats.forget('K7WQ2M');
		expect(seats.of('K7WQ2M')).toBeUndefined();
		expect(seats.lastName).toBe('');
	});

	it('does not fill the storage', () => {
		const storage = new MemoryStorage();
		const seats = new Seats(storage);
		for (let room = 0; room < 50; room++) {
			seats.keep(`ROOM${room}`, { secret: 'secret', name: 'Ben' });
		}
		expect(storage.keys()).toHaveLength(20);
		expect(seats.of('ROOM49')).toBeDefined();
	});
});

it('Of_DamagedSeat_IsNoneAndStays', () => {
	const storage = new MemoryStorage();
	storage.set('seat:ABC123', '{');
	expect(new Seats(storage).of('ABC123')).toBeUndefined();
	expect(new Seats(storage).lastName).toBe('');
	expect(storage.get('seat:ABC123')).toBe('{');
});
