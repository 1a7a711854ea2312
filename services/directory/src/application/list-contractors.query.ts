import { Injectable } from '@nestjs/common';
import type { Contractor } from '../domain/records.js';
import { queryWords, sortKey } from '../domain/search-words.js';
import { effectiveLimit } from './limit.js';
import { Contractors } from './ports/contractors.js';

const byName = (a: string, b: string): number => (sortKey(a) < sortKey(b) ? -1 : 1);

@Injectable()
export class ListContractorsQuery {
  constructor(private readonly contractors: Contractors) {}

  async execute(
    agencyId: string,
    { trade, search, limit }: { trade: string; search: string; limit: number },
  ): Promise<{ contractors: Contractor[]; trades: string[] }> {
    const [contractors, trades] = await Promise.all([
      this.contractors.search(agencyId, { trade, words: queryWords(search), limit: effectiveLimit(limit) }),
      this.contractors.trades(agencyId),
    ]);
    return { contractors, trades: trades.sort(byName) };
  }
}
