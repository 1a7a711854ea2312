import { VersionConflict, isDuplicateKey, retryOnConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import type { TicketRow } from '../../domain/measures/ticket-row.js';
import { PAGE } from './read-model.schema.js';
import type { PageDocument } from './read-model.schema.js';
import { packRow, unpackRow } from './row-packing.js';
import type { Packed } from './row-packing.js';

const DAY_MS = 86_400_000;
/** Tickets of a page at most: those whose numbers follow each other. */
const NUMBERS = 256;
const BATCH = 100;

/** A ticket's row at a revision; without one it stands in this page no more, and older ones are refused. */
export interface Placed {
  readonly ticketId: string;
  readonly revision: number;
  readonly row?: TicketRow;
}

type Line = [ticketId: string, revision: number, row: Packed | null];

interface Turn {
  readonly placed: Placed[];
  readonly done: Promise<void>;
}

const dayOf = (at: number): number => Math.floor(at / DAY_MS);

/** `<generation>/<agency>/<day since 1970, UTC>/<part>`: the day of the request, in parts of numbers. */
export const pageOf = (
  generation: number,
  { agencyId, requestedAt, number }: Pick<TicketRow, 'agencyId' | 'requestedAt' | 'number'>,
): string => `${generation}/${agencyId}/${dayOf(requestedAt)}/${Math.floor(number / NUMBERS)}`;

/**
 * The rows of a day in one document, so that a year is some hundreds of reads and not a hundred thousand. Each line knows its
 * revision, and the higher one stands: whatever order writers come in, the page is the same.
 */
@Injectable()
export class RowPages {
  /** What is waiting for its page to be written, by page: what comes meanwhile goes with it. */
  private readonly next = new Map<string, Turn>();
  private readonly last = new Map<string, Promise<void>>();

  constructor(@InjectModel(PAGE) private readonly pages: Model<PageDocument>) {}

  async put(placed: ReadonlyMap<string, readonly Placed[]>): Promise<void> {
    await Promise.all([...placed].map(([page, lines]) => this.inTurn(page, lines)));
  }

  /** By the moment of the request, oldest first. */
  async read(agencyId: string, generation: number, from: number, until: number): Promise<TicketRow[]> {
    const day = { $gte: dayOf(from), $lte: dayOf(until) };
    const found = this.pages.collection
      .find({ agencyId, generation, day }, { projection: { _id: 0, lines: 1 } })
      .sort({ day: 1 })
      .batchSize(BATCH);
    const rows: TicketRow[] = [];
    for await (const { lines } of found as AsyncIterable<Pick<PageDocument, 'lines'>>) {
      for (const [, , packed] of JSON.parse(lines) as Line[]) {
        const row = packed && unpackRow(agencyId, packed);
        if (row && row.requestedAt >= from && row.requestedAt < until) rows.push(row);
      }
    }
    return rows.sort((a, b) => a.requestedAt - b.requestedAt || a.number - b.number);
  }

  async drop(agencyId: string, generation: number): Promise<void> {
    await this.pages.deleteMany({ agencyId, generation });
  }

  private inTurn(page: string, lines: readonly Placed[]): Promise<void> {
    const joined = this.next.get(page);
    if (joined) {
      joined.placed.push(...lines);
      return joined.done;
    }
    const placed = [...lines];
    const done = (this.last.get(page) ?? Promise.resolve()).then(() => {
      this.next.delete(page);
      return retryOnConflict(() => this.write(page, placed));
    });
    this.next.set(page, { placed, done });
    const over = done
      .catch(() => undefined)
      .then(() => {
        if (this.last.get(page) === over) this.last.delete(page);
      });
    this.last.set(page, over);
    return done;
  }

  private async write(page: string, placed: readonly Placed[]): Promise<void> {
    const [generation = '', ...rest] = page.split('/');
    const day = Number(rest.at(-2));
    const agencyId = rest.slice(0, -2).join('/');
    const found = await this.pages.findOne({ _id: page, agencyId }).lean<PageDocument>();
    const lines = new Map((JSON.parse(found?.lines ?? '[]') as Line[]).map((line) => [line[0], line]));
    let changed = false;
    for (const { ticketId, revision, row } of placed) {
      if ((lines.get(ticketId)?.[1] ?? 0) >= revision) continue;
      lines.set(ticketId, [ticketId, revision, row ? packRow(row) : null]);
      changed = true;
    }
    if (!changed) return;
    const revision = (found?.revision ?? 0) + 1;
    const document = { agencyId, generation: Number(generation), day, revision };
    await this.store({ _id: page, ...document, lines: JSON.stringify([...lines.values()]) });
  }

  private async store(document: PageDocument): Promise<void> {
    const { _id, revision } = document;
    try {
      if (revision === 1) {
        await this.pages.collection.insertOne(document as never);
        return;
      }
      const { matchedCount } = await this.pages.replaceOne({ _id, revision: revision - 1 }, document);
      if (matchedCount === 0) throw new VersionConflict(_id);
    } catch (error) {
      if (isDuplicateKey(error)) throw new VersionConflict(_id);
      throw error;
    }
  }
}
