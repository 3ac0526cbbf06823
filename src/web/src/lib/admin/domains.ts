/** The domains in a text, which people separate by commas, semicolons, spaces or lines. */
export const domainsIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);
