import { FileStore } from '@intervia/files';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { DocumentRef } from '../../domain/file/records.js';
import type { TextShape } from '../../domain/statement/lines.js';
import { LineCutter } from '../../domain/statement/lines.js';
import { ContentDigest } from '../../domain/statement/content-digest.js';
import type { StatementLine } from '../../domain/statement/detail-record.js';
import { StatementReader, sameLandlord } from '../../domain/statement/statement-reader.js';
import type { StatementHead, StatementSummary } from '../../domain/statement/statement-reader.js';
import type { EntitySettings } from '../../domain/settings/settings.js';
import { Layouts } from '../ports/layouts.js';

export interface ReadStatement {
  summary: StatementSummary;
  shape: TextShape;
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
    const isOurs = (head: StatementHead) => ownerOf(head, settings) !== undefined;
    const content = await this.files.open(agencyId, document.id);
    const reader = new StatementReader(this.layouts.get('STATEMENT'), () => undefined, isOurs);
    const cutter = new LineCutter();
    for await (const chunk of content as AsyncIterable<Buffer>)
      cutter.push(chunk, (line) => reader.push(line));
    const shape = cutter.end((line) => reader.push(line));
    return { summary: reader.end(), shape };
  }

  /**
   * Line by line, some at a time.
   * @returns the digest of what the lines say, whatever their encoding and line ends
   */
  async *lines(
    agencyId: string,
    document: DocumentRef,
    some: number,
  ): AsyncGenerator<StatementLine[], string> {
    let batch: StatementLine[] = [];
    const hash = createHash('sha256');
    const digest = new ContentDigest((bytes) => hash.update(bytes));
    const reader = new StatementReader(this.layouts.get('STATEMENT'), (detail) => {
      digest.add(detail);
      batch.push(detail.line());
    });
    const cutter = new LineCutter();
    for await (const chunk of (await this.files.open(agencyId, document.id)) as AsyncIterable<Buffer>) {
      cutter.push(chunk, (line) => reader.push(line));
      if (batch.length < some) continue;
      yield batch;
      batch = [];
    }
    cutter.end((line) => reader.push(line));
    if (batch.length > 0) yield batch;
    digest.flush();
    return hash.digest('hex');
  }
}

/** The entity whose landlord's code it is. */
export const ownerOf = (
  { organisme, bailleur }: StatementHead,
  settings: readonly EntitySettings[],
): EntitySettings | undefined =>
  settings.find(({ organismes }) =>
    organismes.some((own) => own.organisme === organisme && sameLandlord(own.codeBailleur, bailleur)),
  );
