// Methods that browsers of 2021 to 2023 lack, and that the client or its libraries call.

type Missing = Readonly<Record<string, (this: readonly unknown[], ...values: never[]) => unknown>>;

const arrayMethods: Missing = {
	at(index: number) {
		return this[index < 0 ? this.length + index : index];
	},
	findLast(isWanted: (value: unknown) => boolean) {
		return [...this].reverse().find((value) => isWanted(value));
	},
	toReversed() {
		return [...this].reverse();
	},
	toSorted(order?: (one: unknown, other: unknown) => number) {
		return [...this].sort(order);
	},
};

/** Adds the methods that are missing, unseen by loops over properties. */
export function addMissing(prototype: object, methods = arrayMethods): void {
	for (const [name, value] of Object.entries(methods)) {
		if (name in prototype) continue;
		Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
	}
}
