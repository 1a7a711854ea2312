export interface LineDraft {
  reference?: string;
  allocataire?: string;
  lastName?: string;
  firstName?: string;
  month?: string;
  amountCents?: number;
  withheldCents?: number;
}

export interface BlockDraft {
  aidType?: string;
  date?: string;
  label?: string;
  lines: readonly LineDraft[];
  /** What the total record says, where it is to say something else. */
  told?: { details?: number; amountCents?: number; withheldCents?: number };
}

const left = (text: string, length: number) => text.padEnd(length).slice(0, length);
/** A recovery has its minus in front of the zeros. */
const number = (value: number | string, length: number) =>
  typeof value === 'number' && value < 0
    ? `-${String(-value).padStart(length - 1, '0')}`
    : String(value).padStart(length, '0');

/** A synthetic statement by the observed layout, typed by hand: the reader is not its own judge. */
export function statementText(
  blocks: readonly BlockDraft[],
  { organisme = '075', bailleur = '12345', eol = '\r\n', width = 120 } = {},
): string {
  const records = blocks.flatMap((block) => {
    const { aidType = '900', date = '050826', label = 'PAIEMENT MENSUEL', lines, told = {} } = block;
    const head = (code: string) => `${code}${aidType}${organisme}${left(bailleur, 5)}`;
    const details = lines.map((line, index) => {
      const { reference = `CAF${number(index + 1, 15)}`, allocataire = String(1_000_000 + index) } = line;
      const { lastName = 'LEFEVRE', firstName = 'ZOE', month = '2026-07' } = line;
      const { amountCents = 250_00, withheldCents = 0 } = line;
      return (
        `${head('0602')}   ${left(reference, 18)}${number(allocataire, 15)}${left(lastName, 20)}${left(firstName, 12)}` +
        `${month.slice(2, 4)}${month.slice(5)}    ${number(amountCents, 11)}${number(withheldCents, 11)}`
      );
    });
    const sum = (of: (line: LineDraft) => number) => lines.reduce((total, line) => total + of(line), 0);
    const amount = told.amountCents ?? sum(({ amountCents = 250_00 }) => amountCents);
    const withheld = told.withheldCents ?? sum(({ withheldCents = 0 }) => withheldCents);
    const trailer = `${left(head('0802'), 85)}${number(told.details ?? lines.length, 6)}${number(amount, 11)}${number(withheld, 11)}`;
    return [`${head('0302')}   ${date}${label}`, ...details, left(head('0702'), 113), trailer];
  });
  return records.map((record) => record.padEnd(width) + eol).join('');
}
