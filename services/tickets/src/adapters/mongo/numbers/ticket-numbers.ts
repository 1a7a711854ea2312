import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { TICKET_NUMBER } from './ticket-number.schema.js';
import type { TicketNumberFields } from './ticket-number.schema.js';

interface Ask {
  readonly count: number;
  readonly resolve: (first: number) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The sequence of an agency's ticket numbers. It is one document, whose writes stand in line: those who ask while one
 * is under way are served together by the next.
 */
@Injectable()
export class TicketNumbers {
  /** Who waits, of each agency that is being served. */
  private readonly waiting = new Map<string, Ask[]>();

  constructor(@InjectModel(TICKET_NUMBER) private readonly model: Model<TicketNumberFields>) {}

  /** @returns the first of `count` numbers. */
  take(agencyId: string, count: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const ask = { count, resolve, reject };
      const line = this.waiting.get(agencyId);
      if (line) line.push(ask);
      else void this.serve(agencyId, [ask]);
    });
  }

  private async serve(agencyId: string, first: Ask[]): Promise<void> {
    for (let asks = first; asks.length > 0; asks = this.waiting.get(agencyId) ?? []) {
      this.waiting.set(agencyId, []);
      await this.serveAll(agencyId, asks);
    }
    this.waiting.delete(agencyId);
  }

  private async serveAll(agencyId: string, asks: readonly Ask[]): Promise<void> {
    const total = asks.reduce((sum, { count }) => sum + count, 0);
    try {
      let next = (await this.advance(agencyId, total)) - total + 1;
      for (const { count, resolve } of asks) {
        resolve(next);
        next += count;
      }
    } catch (error) {
      for (const { reject } of asks) reject(error);
    }
  }

  /** @returns the last number that is taken now. */
  private async advance(agencyId: string, count: number): Promise<number> {
    const { last } = await this.model
      .findOneAndUpdate(
        { _id: agencyId },
        { $inc: { last: count } },
        { upsert: true, returnDocument: 'after' },
      )
      .orFail()
      .lean<TicketNumberFields>();
    return last;
  }
}
