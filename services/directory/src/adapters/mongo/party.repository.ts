import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Parties } from '../../application/ports/parties.js';
import type { Party } from '../../domain/records.js';
import { toParty, toPartyDocument } from './party.mapper.js';
import type { PartyDocument } from './party.schema.js';
import { PARTY } from './party.schema.js';
import { byId, knownIds, upsertAll } from './published.js';

@Injectable()
export class PartyRepository extends Parties {
  private readonly find = byId(() => this.model, toParty);

  constructor(@InjectModel(PARTY) private readonly model: Model<PartyDocument>) {
    super();
  }

  upsert(agencyId: string, parties: readonly Party[]): Promise<void> {
    return upsertAll(
      this.model,
      parties.map((party) => toPartyDocument(agencyId, party)),
    );
  }

  async findMany(agencyId: string, ids: readonly string[]): Promise<Party[]> {
    const found = await Promise.all(ids.map((id) => this.find(agencyId, id)));
    return found.filter((party) => party !== undefined);
  }

  knownIds(agencyId: string, ids: readonly string[]): Promise<Set<string>> {
    return knownIds(this.model, agencyId, ids);
  }
}
