import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { ContractorSearch } from '../../../application/ports/contractors.js';
import { Contractors } from '../../../application/ports/contractors.js';
import type { Contractor } from '../../../domain/records.js';
import { toContractor, toContractorDocument } from './contractor.mapper.js';
import type { ContractorDocument } from './contractor.schema.js';
import { CONTRACTOR } from './contractor.schema.js';
import { startingWith, upsertAll } from '../published.js';

@Injectable()
export class ContractorRepository extends Contractors {
  constructor(@InjectModel(CONTRACTOR) private readonly model: Model<ContractorDocument>) {
    super();
  }

  upsert(agencyId: string, contractors: readonly Contractor[]): Promise<void> {
    return upsertAll(
      this.model,
      contractors.map((contractor) => toContractorDocument(agencyId, contractor)),
    );
  }

  async search(agencyId: string, { trade, words, limit }: ContractorSearch): Promise<Contractor[]> {
    const found = await this.model
      .find({ agencyId, ...(trade ? { trade } : {}), ...startingWith(words) })
      .sort({ sortKey: 1 })
      .limit(limit)
      .lean<ContractorDocument[]>();
    return found.map(toContractor);
  }

  async trades(agencyId: string): Promise<string[]> {
    return this.model.distinct('trade', { agencyId });
  }
}
