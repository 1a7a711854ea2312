const MAXIMUM_CENTS = 999_999_999;
const CURRENCY = /(€|euros?|eur|ttc)/giu;
const SPACES = /[\s'’\u00A0\u202F]/gu;
/** Thousands in threes, all by the same mark, then at most two decimals after another mark. */
const AMOUNT = /^(\d{1,3}([.,])\d{3}(?:\2\d{3})*|\d+)(?:([.,])(\d{1,2}))?$/u;

/**
 * Cents of an amount as people type it: "1 234,56 €", "1.234,56", "1234.5", "80 euros TTC".
 * Undefined when it is not one, or when it can be read in two ways ("1.234").
 */
export function parseAmount(text: string): number | undefined {
  const bare = text.replace(CURRENCY, '').replace(SPACES, '');
  const match = AMOUNT.exec(bare);
  if (!match) return undefined;
  const [, whole = '', thousands, decimal, fraction = ''] = match;
  const ambiguous = thousands !== undefined && (decimal === undefined || decimal === thousands);
  if (ambiguous && (decimal !== undefined || whole.split(thousands).length === 2)) return undefined;
  const cents = Number(whole.replace(/[.,]/gu, '')) * 100 + Number(fraction.padEnd(2, '0'));
  return Number.isSafeInteger(cents) && cents > 0 && cents <= MAXIMUM_CENTS ? cents : undefined;
}
