import type { Readable } from 'node:stream';
import type { Annotation, Entry } from '../../domain/register/record.js';

export interface PrintedRegister {
  readonly cardNumber: string;
  readonly holder: string;
  readonly mention: string;
  readonly printedAt: Date;
}

export interface PrintedEntry {
  readonly entry: Entry;
  readonly annotations: readonly Annotation[];
}

export type ExportFormat = 'PDF' | 'CSV';

/** Entries are read while they are written: a register may be long. */
export abstract class RegisterPrinter {
  abstract fileName(register: PrintedRegister, format: ExportFormat): string;
  abstract print(
    register: PrintedRegister,
    entries: AsyncIterable<PrintedEntry>,
    format: ExportFormat,
  ): Readable;
}
