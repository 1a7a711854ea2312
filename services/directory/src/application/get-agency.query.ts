import { Injectable } from '@nestjs/common';
import { AgencyNotFound } from '../domain/errors.js';
import type { Agency } from '../domain/records.js';
import { Agencies } from './ports/agencies.js';

@Injectable()
export class GetAgencyQuery {
  constructor(private readonly agencies: Agencies) {}

  async execute(agencyId: string): Promise<Agency> {
    const agency = await this.agencies.find(agencyId);
    if (!agency) throw new AgencyNotFound();
    return agency;
  }
}
