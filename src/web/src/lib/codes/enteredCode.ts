/** What a code opens: a live break or a challenge. */
export interface EnteredCode {
	kind: 'session' | 'invitation';
	/** Capital letters and digits. */
	value: string;
}

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
// The minus sign is the only dash that is no punctuation.
const separators = /[\s\p{P}\p{Cc}\u2212]/gu;
const link = /\/(?:join|live)\/([^/?#]*)/i;

const unescaped = (text: string) => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};

/**
 * Reads a code as somebody typed or pasted it: with spaces and dashes, in any case and width, or as a whole link. The
 * server reads it likewise. Null if the text cannot be a code.
 */
export function enteredCode(typed: string): EnteredCode | null {
	const text = unescaped(typed).normalize('NFKC').replaceAll(invisible, '');
	const value = (link.exec(text)?.[1] ?? text).replaceAll(separators, '').toUpperCase();
	if (/^[A-Z0-9]{6}$/.test(value)) return { kind: 'session', value };
	if (/^[A-Z0-9]{8,16}$/.test(value)) return { kind: 'invitation', value };
	return null;
}

/** The page that a code opens. */
export const pageOf = ({ kind, value }: EnteredCode) =>
	kind === 'session' ? `/live/${value}` : `/join/${value}`;
