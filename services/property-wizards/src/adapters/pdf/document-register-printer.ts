import { fieldDate } from '@intervia/french';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { RegisterPrinter } from '../../application/ports/register-printer.js';
import type {
  ExportFormat,
  PrintedEntry,
  PrintedRegister,
} from '../../application/ports/register-printer.js';
import { registerCsv } from '../csv/register-csv.js';
import { registerPdf } from './register-pdf.js';

@Injectable()
export class DocumentRegisterPrinter extends RegisterPrinter {
  fileName({ mention, printedAt }: PrintedRegister, format: ExportFormat): string {
    return `registre-des-mandats-${mention.toLowerCase()}-${fieldDate(printedAt)}.${format.toLowerCase()}`;
  }

  print(register: PrintedRegister, entries: AsyncIterable<PrintedEntry>, format: ExportFormat): Readable {
    return format === 'PDF' ? registerPdf(register, entries) : registerCsv(entries);
  }
}
