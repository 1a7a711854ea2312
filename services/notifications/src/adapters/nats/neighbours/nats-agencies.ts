import { DirectoryService } from '@intervia/contracts';
import { AppError, BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import type { Agency } from '../../../application/ports/neighbours/agencies.js';
import { Agencies } from '../../../application/ports/neighbours/agencies.js';

@Injectable()
export class NatsAgencies extends Agencies {
  constructor(private readonly bus: BusClient) {
    super();
  }

  async get(agencyId: string): Promise<Agency> {
    const { agency } = await this.bus.service(DirectoryService).getAgency({ agencyId });
    if (!agency) throw new AppError('AGENCY_NOT_FOUND', 'not-found', { agencyId });
    const { id, name, address, phone, mail, smsSender } = agency;
    return {
      id,
      name,
      address,
      phone,
      mail,
      smsSender,
      hidesMailFromContractors: agency.hideMailFromContractors,
    };
  }
}
