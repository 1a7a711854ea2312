import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Parties } from '../../../application/ports/parties.js';
import type { Party } from '../../../domain/records.js';
import { toParty, toPartyDocument } from './party.mapper.js';
import type { PartyDocument } from './party.schema.js';
import { PARTY } from './party.schema.js';
import { byId, knownIds, upsertAll } from '../published.js';

@Injectable()
export class PartyRepository extends Parties {
  private readonly find = byId(() => this.model, toParty);

  constructor(@InjectModel(PARTY) private readonly model: Model<PartyDocument>) {
    super();
  }

  async upsert(agencyId: string, parties: readonly Party[]): Promise<void> {
    if (parties.length === 0) return;
    const codes = await this.codes(
      agencyId,
      parties.map(({ id }) => id),
    );
    await upsertAll(
      this.model,
      parties.map((party) => toPartyDocument(agencyId, party, codes.get(party.id))),
    );
  }

  /** A party that has a file is found by its code too. */
  private async codes(agencyId: string, ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.model
      .find({ agencyId, id: { $in: ids }, code: { $exists: true } }, { _id: 0, id: 1, code: 1 })
      .lean<{ id: string; code: string }[]>();
    return new Map(found.map(({ id, code }) => [id, code]));
  }

  async findMany(agencyId: string, ids: readonly string[]): Promise<Party[]> {
    const found = await Promise.all(ids.map((id) => this.find(agencyId, id)));
    return found.filter((party) => party !== undefined);
  }

  knownIds(agencyId: string, ids: readonly string[]): Promise<Set<string>> {
    return knownIds(this.model, agencyId, ids);
  }
}
