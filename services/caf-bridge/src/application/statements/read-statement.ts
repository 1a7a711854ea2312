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
import { StatementRefused } from '../../domain/values/errors.js';
import { Layouts } from '../ports/layouts.js';

export interface ReadStatement {
  summary: StatementSummary;
  shape: TextShape;
  /** By which it could be read; empty is the observed one. */
  layoutId: string;
}

/** Reads a kept statement, chunk by chunk: its size never shows in memory. */
@Injectable()
export class StatementFiles {
  constructor(
    private readonly files: FileStore,
    private readonly layouts: Layouts,
  ) {}

  /**
   * Whole, and nothing kept of it: by the layout of each entity in turn, as whose it is stands inside.
   * @throws StatementRefused the refusal of the layout that came furthest
   */
  async check(
    agencyId: string,
    document: DocumentRef,
    settings: readonly EntitySettings[],
  ): Promise<ReadStatement> {
    const layoutIds = new Set(settings.map(layoutOf));
    const refusals: StatementRefused[] = [];
    for (const layoutId of layoutIds.size > 0 ? layoutIds : ['']) {
      const theirs = settings.filter((one) => layoutOf(one) === layoutId);
      try {
        return { ...(await this.checkBy(layoutId, agencyId, document, theirs)), layoutId };
      } catch (error) {
        if (!(error instanceof StatementRefused)) throw error;
        refusals.push(error);
      }
    }
    throw refusals.reduce((one, other) => (reached(other) > reached(one) ? other : one));
  }

  private async checkBy(
    layoutId: string,
    agencyId: string,
    document: DocumentRef,
    settings: readonly EntitySettings[],
  ): Promise<Omit<ReadStatement, 'layoutId'>> {
    const isOurs = (head: StatementHead) => ownerOf(head, settings) !== undefined;
    const content = await this.files.open(agencyId, document.id);
    const reader = new StatementReader(this.layouts.get('STATEMENT', layoutId), () => undefined, isOurs);
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
    { layoutId, some }: { layoutId: string; some: number },
  ): AsyncGenerator<StatementLine[], string> {
    let batch: StatementLine[] = [];
    const hash = createHash('sha256');
    const digest = new ContentDigest((bytes) => hash.update(bytes));
    const reader = new StatementReader(this.layouts.get('STATEMENT', layoutId), (detail) => {
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

const layoutOf = ({ layouts }: EntitySettings): string => layouts['STATEMENT'] ?? '';

/** What another layout may mend: the form of the record. */
const OF_THE_FORM = ['RECORD_UNKNOWN', 'RECORD_MISPLACED', 'LINE_CUT', 'FIELD_INVALID'].map(
  (code) => `CAF_STATEMENT_${code}`,
);

/** How far a reading came before it was refused. */
const reached = ({ code, params }: StatementRefused): number =>
  Number(params['line'] ?? 0) * 2 + (OF_THE_FORM.includes(code) ? 0 : 1);

/** The entity whose landlord's code it is. */
export const ownerOf = (
  { organisme, bailleur }: StatementHead,
  settings: readonly EntitySettings[],
): EntitySettings | undefined =>
  settings.find(({ organismes }) =>
    organismes.some((own) => own.organisme === organisme && sameLandlord(own.codeBailleur, bailleur)),
  );
