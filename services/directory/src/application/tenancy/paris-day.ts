const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** The calendar date in Paris, YYYY-MM-DD. */
export const parisDay = (at: Date): string => PARIS.format(at);
