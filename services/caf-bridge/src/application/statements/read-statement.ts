import { FileStore } from '@intervia/files';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { DocumentRef } from '../../domain/file/records.js';
import type { TextShape } from '../../domain/statement/lines.js';
import { LineCutter } from '../../domain/statement/lines.js';
import { StatementReader, sameLandlord } from '../../domain/statement/statement-reader.js';
import type {
  StatementHead,
  StatementLine,
  StatementSummary,
} from '../../domain/statement/statement-reader.js';
import type { EntitySettings } from '../../domain/settings/settings.js';
import { Layouts } from '../ports/layouts.js';

export interface ReadStatement {
  summary: StatementSummary;
  shape: TextShape;
  /** Of what the lines say, whatever their encoding and line ends. */
  contentHash: string;
}

/** Reads a kept statement, chunk by chunk: its size never shows in memory. */
@Injectable()
export class StatementFiles {
  constructor(
    private readonly files: FileStore,
    private readonly layouts: Layouts,
  ) {}

  /** Whole, and nothing kept of it. @throws StatementRefused */
  async check(
    agencyId: string,
    document: DocumentRef,
    settings: readonly EntitySettings[],
  ): Promise<ReadStatement> {
    const hash = createHash('sha256');
    const isOurs = (head: StatementHead) => ownerOf(head, settings) !== undefined;
    const content = await this.files.open(agencyId, document.id);
    const note = (line: StatementLine): void => void hash.update(`${contentOf(line)}\n`);
    const { summary, shape } = await readAll(content, this.layouts, note, isOurs);
    return { summary, shape, contentHash: hash.digest('hex') };
  }

  /** Line by line, some at a time. */
  async *lines(agencyId: string, document: DocumentRef, some: number): AsyncGenerator<StatementLine[]> {
    let batch: StatementLine[] = [];
    const reader = new StatementReader(this.layouts.get('STATEMENT'), (line) => batch.push(line));
    const cutter = new LineCutter();
    for await (const chunk of (await this.files.open(agencyId, document.id)) as AsyncIterable<Buffer>) {
      cutter.push(chunk, (line) => reader.push(line));
      if (batch.length < some) continue;
      yield batch;
      batch = [];
    }
    cutter.end((line) => reader.push(line));
    if (batch.length > 0) yield batch;
  }
}

async function readAll(
  content: Readable,
  layouts: Layouts,
  take: (line: StatementLine) => void,
  isOurs: (head: StatementHead) => boolean,
): Promise<{ summary: StatementSummary; shape: TextShape }> {
  const reader = new StatementReader(layouts.get('STATEMENT'), take, isOurs);
  const cutter = new LineCutter();
  for await (const chunk of content as AsyncIterable<Buffer>) cutter.push(chunk, (line) => reader.push(line));
  const shape = cutter.end((line) => reader.push(line));
  return { summary: reader.end(), shape };
}

/** The entity whose landlord's code it is. */
export const ownerOf = (
  { organisme, bailleur }: StatementHead,
  settings: readonly EntitySettings[],
): EntitySettings | undefined =>
  settings.find(({ organismes }) =>
    organismes.some((own) => own.organisme === organisme && sameLandlord(own.codeBailleur, bailleur)),
  );

const contentOf = ({
  block,
  reference,
  allocataire,
  lastName,
  month,
  amountCents,
  withheldCents,
}: StatementLine): string =>
  [block, reference, allocataire, lastName, month, amountCents, withheldCents].join('|');
