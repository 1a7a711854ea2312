import type { Layout, RecordKind } from '../layout/layout.js';
import { RecordSpans } from '../layout/record-spans.js';
import { StatementRefused } from '../values/errors.js';
import type { Day, Month } from '../values/day.js';
import { isDay } from '../values/day.js';
import { recordCodesOf } from './record-codes.js';
import type { RecordCodes } from './record-codes.js';
import { DetailRecord, centsOf, invalid } from './detail-record.js';
import type { RawLine } from './raw-line.js';

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

/** Where a record may stand: after which ones. */
const AFTER: Readonly<Record<RecordKind, readonly (RecordKind | 'start')[]>> = {
  header: ['start', 'subtotal', 'trailer'],
  detail: ['header', 'detail', 'subtotal'],
  subtotal: ['detail', 'subtotal', 'header'],
  trailer: ['header', 'detail', 'subtotal'],
};

const MOST_BLOCKS = 1_000;

/**
 * Reads a statement record by record and refuses it whole at the first fault, with its line and field. Sums come from the bytes;
 * the texts of a line are made when its taker asks for them.
 * @example reader.push(line) for each line, then reader.end()
 */
export class StatementReader {
  private readonly records = new Map<RecordKind, RecordSpans>();
  private readonly detail: DetailRecord;
  private readonly codes: RecordCodes;
  private last: RecordKind | 'start' = 'start';
  private head?: StatementHead;
  /** As it stands in the line that was checked last: nearly all others begin alike. */
  private headBytes: Uint8Array = new Uint8Array(0);
  private headAt = 0;
  private readonly blocks: StatementBlock[] = [];
  private readonly months = new Set<Month>();
  private readonly aidTypes = new Set<string>();
  /** Since the last total. */
  private open = { lines: 0, amountCents: 0, withheldCents: 0 };
  private lastLine = 0;
  private lastCode = -1;

  constructor(
    layout: Layout,
    private readonly take: (detail: DetailRecord) => void,
    /** Whether the file is of one of the agency's landlords; asked once. */
    private readonly isOurs: (head: StatementHead) => boolean = () => true,
  ) {
    for (const [kind, fields] of Object.entries(layout.records)) {
      this.records.set(kind as RecordKind, new RecordSpans(fields));
    }
    this.codes = recordCodesOf(layout);
    this.detail = new DetailRecord(this.records.get('detail') ?? new RecordSpans([]));
  }

  push(line: RawLine): void {
    const { number } = line;
    this.lastLine = number;
    const code = line.digitsOf(this.codes.span);
    // Nearly every line is one more detail.
    if (code === this.lastCode && this.last === 'detail' && this.detail.fits(line) && this.isOfHead(line))
      return this.addLine(line);
    const kind = this.codes.kindOf.get(code);
    const spans = kind && this.records.get(kind);
    const told = { line: number, code: line.textOf(this.codes.span) };
    if (!kind || !spans) throw new StatementRefused('RECORD_UNKNOWN', { ...told, codes: this.codes.all });
    if (!AFTER[kind].includes(this.last)) throw new StatementRefused('RECORD_MISPLACED', told);
    if (line.length < spans.shortest) {
      const cut = { field: spans.cutIn(line.length), length: line.length, expected: spans.shortest };
      throw new StatementRefused('LINE_CUT', { line: number, ...cut });
    }
    if (!this.isOfHead(line)) this.checkHead(line, spans);
    this.last = kind;
    this.lastCode = code;
    switch (kind) {
      case 'header':
        return this.openBlock(line, spans);
      case 'detail':
        return this.addLine(line);
      case 'subtotal':
        return;
      case 'trailer':
        return this.closeBlock(line, spans);
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

  private isOfHead(line: RawLine): boolean {
    return this.head !== undefined && line.holds(this.headBytes, this.headAt);
  }

  /** One file is one caisse's for one landlord. */
  private checkHead(line: RawLine, spans: RecordSpans): void {
    const [ofOrganisme, ofBailleur] = [spans.of('organisme'), spans.of('bailleur')];
    const [organisme, bailleur] = [line.textOf(ofOrganisme), line.textOf(ofBailleur)];
    if (!/^\d{3}$/.test(organisme)) throw invalid(line.number, 'organisme', organisme);
    const told = { line: line.number, organisme, bailleur };
    if (!this.head) {
      this.head = { organisme, bailleur };
      if (!this.isOurs(this.head)) throw new StatementRefused('OTHER_LANDLORD', told);
    } else if (this.head.organisme !== organisme || this.head.bailleur !== bailleur) {
      throw new StatementRefused('LANDLORDS_MIXED', { ...told, first: this.head.bailleur });
    }
    this.headAt = Math.min(ofOrganisme.at, ofBailleur.at);
    const end = Math.max(ofOrganisme.at + ofOrganisme.length, ofBailleur.at + ofBailleur.length);
    this.headBytes = line.copyOf(this.headAt, end - this.headAt);
  }

  private openBlock(line: RawLine, spans: RecordSpans): void {
    if (this.blocks.length >= MOST_BLOCKS) throw new StatementRefused('TOO_LARGE', { line: line.number });
    this.blocks.push({
      number: this.blocks.length + 1,
      aidType: line.textOf(spans.of('aidType')),
      date: dayOf(line.number, line.textOf(spans.of('date'))),
      label: line.textOf(spans.of('label')),
      ...{ lines: 0, amountCents: 0, withheldCents: 0 },
    });
  }

  private addLine(line: RawLine): void {
    const block = this.blocks.at(-1);
    const { detail, open } = this;
    if (!block)
      throw new StatementRefused('RECORD_MISPLACED', {
        ...{ line: line.number, code: line.textOf(this.codes.span) },
      });
    const before = [detail.month, detail.aidCode];
    detail.view(line, block.number);
    const { amountCents, withheldCents } = detail;
    open.lines += 1;
    open.amountCents += amountCents;
    open.withheldCents += withheldCents;
    block.lines += 1;
    block.amountCents += amountCents;
    block.withheldCents += withheldCents;
    if (detail.month !== before[0]) this.months.add(detail.month);
    if (detail.aidCode !== before[1]) this.aidTypes.add(detail.aidCode);
    this.take(detail);
  }

  private closeBlock(line: RawLine, spans: RecordSpans): void {
    const { number } = line;
    const { lines, amountCents, withheldCents } = this.open;
    const told = Number(digits(number, 'details', line.textOf(spans.of('details'))));
    if (told !== lines)
      throw new StatementRefused('WRONG_COUNT', { line: number, field: 'details', told, found: lines });
    for (const [field, found] of [
      ['amount', amountCents],
      ['withheld', withheldCents],
    ] as const) {
      const cents = centsOf(line, field, spans.of(field));
      if (cents === found) continue;
      const difference = cents - found;
      throw new StatementRefused('WRONG_TOTAL', { line: number, field, told: cents, found, difference });
    }
    this.open = { lines: 0, amountCents: 0, withheldCents: 0 };
  }
}

function digits(line: number, field: string, text: string): string {
  if (!/^\d+$/.test(text)) throw invalid(line, field, text);
  return text;
}

/** DDMMYY, or YYYYMMDD where a layout gives it eight places. */
function dayOf(line: number, text: string): Day {
  const [, day = '', month = '', year = ''] = /^(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const found = year ? `20${year}-${month}-${day}` : text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  if (!isDay(found)) throw invalid(line, 'date', text);
  return found;
}

/** The code in a file has five characters, in the settings up to eight: zeros in front do not count. */
export const sameLandlord = (one: string, other: string): boolean => bare(one) === bare(other);

const bare = (code: string): string => code.trim().toUpperCase().replace(/^0+/, '');
