import { describe, expect, it } from 'vitest';
import { isHidden, share } from './participation';

describe('share', () => {
	it('Share_OfACount_IsRoundedDown', () => expect(share({ done: 2, due: 6 })).toBe(33));
	it('Share_OfAll_IsHundred', () => expect(share({ done: 7, due: 7 })).toBe(100));
	it('Share_OfAHiddenCount_IsNull', () => expect(share(null)).toBeNull());
	it('Share_WhereNobodyWasDue_IsNull', () => expect(share({ done: 0, due: 0 })).toBeNull());
});

describe('isHidden', () => {
	it('IsHidden_ANull_IsTrue', () => expect(isHidden(null)).toBe(true));
	it('IsHidden_ACountOfNobody_IsFalse', () => expect(isHidden({ done: 0, due: 0 })).toBe(false));
});
