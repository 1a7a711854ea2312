import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Agencies } from '../../application/ports/agencies.js';
import type { Agency } from '../../domain/records.js';
import { toAgency, toAgencyDocument } from './agency.mapper.js';
import type { AgencyDocument } from './agency.schema.js';
import { AGENCY } from './agency.schema.js';

@Injectable()
export class AgencyRepository extends Agencies {
  constructor(@InjectModel(AGENCY) private readonly model: Model<AgencyDocument>) {
    super();
  }

  async find(agencyId: string): Promise<Agency | undefined> {
    const found = await this.model.findById(agencyId).lean<AgencyDocument>();
    return found ? toAgency(found) : undefined;
  }

  async save(agency: Agency): Promise<void> {
    const { _id, ...fields } = toAgencyDocument(agency);
    await this.model.updateOne({ _id }, { $set: fields }, { upsert: true });
  }
}
