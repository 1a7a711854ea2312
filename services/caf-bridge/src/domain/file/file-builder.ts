import type { Layout, LayoutField, RecordKind } from '../layout/layout.js';
import type { Values } from '../layout/put.js';
import { RecordWriter } from '../layout/record-writer.js';
import type { Fault, FieldFault } from '../values/fault.js';

/** CRC-32 of bytes, continued from the one before (zlib's). */
export type Crc32 = (bytes: Uint8Array, before: number) => number;

export interface Detail {
  values: Values;
  /** Whose faults they are; asked when there is one. */
  owner: () => Pick<Fault, 'accountId' | 'leaseId' | 'account' | 'name'>;
}

export interface FileTotals {
  details: number;
  total1Cents: number;
  total2Cents: number;
  crc32: string;
}

const NOBODY: Detail['owner'] = () => ({ accountId: '', leaseId: '', account: '', name: '' });

/** Faults told of one file; more are counted. */
export const MOST_FAULTS = 500;

/**
 * Writes a file record by record: a header, details, a trailer with their number, totals and checksum. Holds the records
 * it was given last, nothing more. A file with faults is not to be used.
 */
export class FileBuilder {
  readonly faults: Fault[] = [];
  faultCount = 0;
  private readonly writers: Record<'header' | 'detail' | 'trailer', RecordWriter>;
  private line = 0;
  private details = 0;
  private totals: [number, number] = [0, 0];
  private crc = 0;

  constructor(
    private readonly layout: Layout,
    private readonly head: { organisme: string; bailleur: string },
    private readonly crc32: Crc32,
  ) {
    const writer = (kind: RecordKind) => new RecordWriter(layout.records[kind] ?? [], layout.recordLength);
    this.writers = { header: writer('header'), detail: writer('detail'), trailer: writer('trailer') };
    this.checksumAt = crcField(layout.records.trailer ?? []);
  }

  private readonly checksumAt: number;

  header(values: Values): Uint8Array {
    this.line += 1;
    return this.whole(this.written('header', values));
  }

  /** Their records, in turn. @param details those of `head` */
  add(details: readonly Detail[]): Uint8Array {
    const writer = this.writers.detail;
    const bytes = new Uint8Array(writer.size * details.length);
    let owner = NOBODY;
    const report = (fault: FieldFault): void => this.report(owner, fault);
    let at = 0;
    for (const detail of details) {
      owner = detail.owner;
      this.line += 1;
      writer.write(bytes, at, detail.values, this.line, report);
      at += writer.size;
      this.sum(detail.values);
    }
    this.details += details.length;
    return this.whole(bytes);
  }

  trailer(): { bytes: Uint8Array; totals: FileTotals } {
    const [total1Cents, total2Cents] = this.totals;
    const { details } = this;
    const values: Values = { details, total1: total1Cents, total2: total2Cents };
    this.line += 1;
    // All that stands before the checksum, of this record as well.
    const unsigned = this.written('trailer', { ...values, crc32: '00000000' });
    const crc = this.crc32(unsigned.subarray(0, this.checksumAt), this.crc);
    const crc32 = crc.toString(16).toUpperCase().padStart(8, '0');
    return {
      bytes: this.written('trailer', { ...values, crc32 }),
      totals: { details, total1Cents, total2Cents, crc32 },
    };
  }

  private sum(values: Values): void {
    const [first = '', second = ''] = this.layout.totals;
    this.totals[0] += centsOf(values[first]);
    this.totals[1] += centsOf(values[second]);
  }

  private written(kind: 'header' | 'trailer', values: Values): Uint8Array {
    const writer = this.writers[kind];
    const bytes = new Uint8Array(writer.size);
    writer.write(bytes, 0, { ...this.head, ...values }, this.line, (fault) => this.report(NOBODY, fault));
    return bytes;
  }

  private whole(bytes: Uint8Array): Uint8Array {
    this.crc = this.crc32(bytes, this.crc);
    return bytes;
  }

  private report(owner: Detail['owner'], fault: FieldFault): void {
    this.faultCount += 1;
    if (this.faults.length < MOST_FAULTS) this.faults.push({ ...fault, ...owner() });
  }
}

const centsOf = (value: Values[string]): number => (typeof value === 'number' ? value : 0);

/** Where the checksum begins; a layout without one sums the whole record. */
const crcField = (fields: readonly LayoutField[]): number => {
  const field = fields.find(({ source }) => source === 'crc32');
  return field ? field.start - 1 : fields.reduce((end, { start, len }) => Math.max(end, start - 1 + len), 0);
};
