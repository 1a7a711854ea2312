import type { Layout, LayoutField, RecordKind } from '../layout/layout.js';
import { RecordReader } from '../layout/record-reader.js';
import { StatementRefused } from '../values/errors.js';
import type { Day, Month } from '../values/day.js';
import { isDay } from '../values/day.js';
import type { TextLine } from './lines.js';

export interface StatementLine {
  /** In the file, from 1. */
  number: number;
  block: number;
  aidType: 'APL' | 'AL' | '';
  /** The tenant's unique number, as it stands. */
  reference: string;
  allocataire: string;
  lastName: string;
  firstName: string;
  month: Month;
  amountCents: number;
  withheldCents: number;
}

export interface StatementBlock {
  number: number;
  aidType: string;
  date: Day;
  label: string;
  lines: number;
  amountCents: number;
  withheldCents: number;
}

export interface StatementHead {
  organisme: string;
  bailleur: string;
}

export interface StatementSummary extends StatementHead {
  blocks: StatementBlock[];
  months: Month[];
  aidTypes: string[];
  lines: number;
  amountCents: number;
  withheldCents: number;
}

/** Record codes of the observed file, by the last two characters: what a message number before them would change. */
const KINDS: Readonly<Record<string, RecordKind>> = {
  '0302': 'header',
  '0602': 'detail',
  '0702': 'subtotal',
  '0802': 'trailer',
};

/** Where a record may stand: after which ones. */
const AFTER: Readonly<Record<RecordKind, readonly (RecordKind | 'start')[]>> = {
  header: ['start', 'subtotal', 'trailer'],
  detail: ['header', 'detail', 'subtotal'],
  subtotal: ['detail', 'subtotal', 'header'],
  trailer: ['header', 'detail', 'subtotal'],
};

const AID_TYPES: Readonly<Record<string, 'APL' | 'AL'>> = { '900': 'APL', '999': 'AL' };
const MOST_BLOCKS = 1_000;

/**
 * Reads a statement record by record and refuses it whole at the first fault, with its line and field.
 * @example reader.push(line) for each line, then reader.end()
 */
export class StatementReader {
  private readonly readers = new Map<RecordKind, { reader: RecordReader; fields: readonly LayoutField[] }>();
  private last: RecordKind | 'start' = 'start';
  private head?: StatementHead;
  private readonly blocks: StatementBlock[] = [];
  private readonly months = new Set<Month>();
  private readonly aidTypes = new Set<string>();
  /** Since the last total. */
  private open = { lines: 0, amountCents: 0, withheldCents: 0 };
  private lastLine = 0;

  constructor(
    layout: Layout,
    private readonly take: (line: StatementLine) => void,
    /** Whether the file is of one of the agency's landlords; asked once. */
    private readonly isOurs: (head: StatementHead) => boolean = () => true,
  ) {
    for (const [kind, fields] of Object.entries(layout.records)) {
      this.readers.set(kind as RecordKind, { reader: new RecordReader(fields), fields });
    }
  }

  push({ number, text }: TextLine): void {
    this.lastLine = number;
    const code = text.slice(0, 4);
    const kind = KINDS[code];
    if (!kind) throw new StatementRefused('RECORD_UNKNOWN', { line: number, code });
    if (!AFTER[kind].includes(this.last))
      throw new StatementRefused('RECORD_MISPLACED', { line: number, code });
    const known = this.readers.get(kind);
    if (!known) throw new StatementRefused('RECORD_UNKNOWN', { line: number, code });
    if (text.length < known.reader.shortest) {
      const cut = known.fields.find(
        ({ source, start, len }) => source !== '' && start - 1 + len > text.length,
      );
      throw new StatementRefused('LINE_CUT', {
        ...{ line: number, field: cut?.name ?? '', length: text.length, expected: known.reader.shortest },
      });
    }
    const values = known.reader.read(text);
    this.checkHead(number, values);
    this.last = kind;
    switch (kind) {
      case 'header':
        return this.openBlock(number, values);
      case 'detail':
        return this.addLine(number, values);
      case 'subtotal':
        return;
      case 'trailer':
        return this.closeBlock(number, values);
      default:
        return kind satisfies never;
    }
  }

  end(): StatementSummary {
    if (!this.head) throw new StatementRefused('EMPTY');
    if (this.last !== 'trailer') throw new StatementRefused('CUT_OFF', { line: this.lastLine });
    const sum = (of: (block: StatementBlock) => number) =>
      this.blocks.reduce((total, block) => total + of(block), 0);
    return {
      ...this.head,
      blocks: this.blocks,
      months: [...this.months].sort(),
      aidTypes: [...this.aidTypes].sort(),
      lines: sum(({ lines }) => lines),
      amountCents: sum(({ amountCents }) => amountCents),
      withheldCents: sum(({ withheldCents }) => withheldCents),
    };
  }

  /** One file is one caisse's for one landlord. */
  private checkHead(line: number, { organisme = '', bailleur = '' }: Record<string, string>): void {
    if (!/^\d{3}$/.test(organisme)) throw invalid(line, 'organisme', organisme);
    if (!this.head) {
      this.head = { organisme, bailleur };
      if (!this.isOurs(this.head))
        throw new StatementRefused('OTHER_LANDLORD', { line, organisme, bailleur });
    } else if (this.head.organisme !== organisme || this.head.bailleur !== bailleur) {
      throw new StatementRefused('OTHER_LANDLORD', { line, organisme, bailleur });
    }
  }

  private openBlock(line: number, values: Record<string, string>): void {
    if (this.blocks.length >= MOST_BLOCKS) throw new StatementRefused('TOO_LARGE', { line });
    this.blocks.push({
      number: this.blocks.length + 1,
      aidType: values['aidType'] ?? '',
      date: dayOf(line, values['date'] ?? ''),
      label: values['label'] ?? '',
      ...{ lines: 0, amountCents: 0, withheldCents: 0 },
    });
  }

  private addLine(number: number, values: Record<string, string>): void {
    const block = this.blocks.at(-1);
    if (!block) throw new StatementRefused('RECORD_MISPLACED', { line: number, code: '0602' });
    const line: StatementLine = {
      number,
      block: block.number,
      aidType: AID_TYPES[values['aidType'] ?? ''] ?? '',
      reference: values['reference'] ?? '',
      allocataire: (values['allocataire'] ?? '').replace(/^0+/, ''),
      lastName: values['lastName'] ?? '',
      firstName: values['firstName'] ?? '',
      month: monthOf(number, values),
      amountCents: centsOf(number, 'amount', values['amount'] ?? ''),
      withheldCents: centsOf(number, 'withheld', values['withheld'] ?? ''),
    };
    for (const sum of [this.open, block]) {
      sum.lines += 1;
      sum.amountCents += line.amountCents;
      sum.withheldCents += line.withheldCents;
    }
    this.months.add(line.month);
    this.aidTypes.add(values['aidType'] ?? '');
    this.take(line);
  }

  private closeBlock(line: number, values: Record<string, string>): void {
    const { lines, amountCents, withheldCents } = this.open;
    const told = Number(digits(line, 'details', values['details'] ?? ''));
    if (told !== lines)
      throw new StatementRefused('WRONG_COUNT', { line, field: 'details', told, found: lines });
    for (const [field, found] of [
      ['amount', amountCents],
      ['withheld', withheldCents],
    ] as const) {
      const cents = centsOf(line, field, values[field] ?? '');
      if (cents === found) continue;
      throw new StatementRefused('WRONG_TOTAL', {
        line,
        field,
        told: cents,
        found,
        difference: cents - found,
      });
    }
    this.open = { lines: 0, amountCents: 0, withheldCents: 0 };
  }
}

const invalid = (line: number, field: string, value: string) =>
  new StatementRefused('FIELD_INVALID', { line, field, value: value.slice(0, 40) });

function digits(line: number, field: string, text: string): string {
  if (!/^\d+$/.test(text)) throw invalid(line, field, text);
  return text;
}

/** Eleven digits; a recovery takes a minus in front. Blank is nothing. */
function centsOf(line: number, field: string, text: string): number {
  if (text === '') return 0;
  if (!/^-?\d+$/.test(text)) throw invalid(line, field, text);
  return Number(text);
}

/** DDMMYY. */
function dayOf(line: number, text: string): Day {
  const day = `20${text.slice(4, 6)}-${text.slice(2, 4)}-${text.slice(0, 2)}`;
  if (!/^\d{6}$/.test(text) || !isDay(day)) throw invalid(line, 'date', text);
  return day;
}

function monthOf(line: number, { year = '', month = '' }: Record<string, string>): Month {
  if (!/^\d{2}$/.test(year)) throw invalid(line, 'year', year);
  if (!/^(0[1-9]|1[0-2])$/.test(month)) throw invalid(line, 'month', month);
  return `20${year}-${month}`;
}

/** The code in a file has five characters, in the settings up to eight: zeros in front do not count. */
export const sameLandlord = (one: string, other: string): boolean => bare(one) === bare(other);

const bare = (code: string): string => code.trim().toUpperCase().replace(/^0+/, '');
