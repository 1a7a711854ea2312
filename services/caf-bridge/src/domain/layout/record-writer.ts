import type { FieldFault } from '../values/fault.js';
import type { LayoutField } from './layout.js';
import type { Misfit, Put, Value, Values } from './put.js';
import { putterOf } from './put.js';

const SPACE = 0x20;
const CR = 13;
const LF = 10;

type Report = (fault: FieldFault) => void;

/** A field that is written anew where its value is another than that of the record before. */
interface Column {
  field: LayoutField;
  source: string;
  put: Put;
  /** What stands in the record; UNSURE before the first, and after one that did not fit. */
  stands: Value | typeof UNSURE;
}

const UNSURE = Symbol('unsure');

/**
 * Writes records of one kind as bytes: driven by the layout, one byte a character, CR LF after each. Keeps the record it
 * wrote last, since the next has most of its values too.
 */
export class RecordWriter {
  private readonly record: Uint8Array;
  private readonly columns: readonly Column[];

  constructor(
    fields: readonly LayoutField[],
    readonly recordLength: number,
  ) {
    this.record = new Uint8Array(recordLength + 2).fill(SPACE);
    this.record[recordLength] = CR;
    this.record[recordLength + 1] = LF;
    const columns: Column[] = [];
    for (const field of fields) {
      const { source } = field;
      if (source === '') continue;
      if (source.startsWith('=')) putterOf({ ...field, format: 'verbatim' })(this.record, source.slice(1));
      else columns.push({ field, source, put: putterOf(field), stands: UNSURE });
    }
    this.columns = columns;
  }

  /** Bytes of a record with its line end. */
  get size(): number {
    return this.record.length;
  }

  /** Writes the record at `offset`; what does not fit is reported and left as padding. */
  write(target: Uint8Array, offset: number, values: Values, lineNumber: number, report: Report): void {
    for (const column of this.columns) {
      const value = column.source === 'lineNumber' ? lineNumber : values[column.source];
      if (value === column.stands) continue;
      const misfit = column.put(this.record, value);
      column.stands = misfit ? UNSURE : value;
      if (misfit) report(faultOf(column.field, misfit, value));
    }
    target.set(this.record, offset);
  }
}

const SHOWN = 60;

const faultOf = ({ name, len }: LayoutField, code: Misfit, value: Value): FieldFault => ({
  code,
  field: name,
  value: code === 'MISSING' ? '' : String(value).slice(0, SHOWN),
  limit: len,
});
