import { PortalService } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { MissionLinks } from '../../application/ports/mission-links.js';

@Injectable()
export class NatsMissionLinks extends MissionLinks {
  constructor(private readonly bus: BusClient) {
    super();
  }

  async issue(agencyId: string, ticketId: string, missionId: string): Promise<string> {
    const { url } = await this.bus.service(PortalService).issueLink({ agencyId, ticketId, missionId });
    return url;
  }
}
