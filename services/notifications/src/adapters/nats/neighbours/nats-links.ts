import { ActorKind, PortalService } from '@intervia/contracts';
import type { BusClient } from '@intervia/messaging';
import type { LinkHolder } from '../../../application/ports/delivery/links.js';
import { Links } from '../../../application/ports/delivery/links.js';

/** The portal's tokens are 256 bits in base64url. */
const EXAMPLE_TOKEN = 'exemple'.padEnd(43, '0');

export class NatsLinks extends Links {
  constructor(
    private readonly bus: BusClient,
    private readonly publicUrl: string,
  ) {
    super();
  }

  async issue(agencyId: string, ticketId: string, holder: LinkHolder): Promise<string> {
    const { url } = await this.bus.service(PortalService).issueLink({ agencyId, ticketId, ...holder });
    return url;
  }

  async revoke(agencyId: string, ticketId: string, holder: LinkHolder): Promise<void> {
    const caller = { agencyId, actor: { kind: ActorKind.SYSTEM } };
    await this.bus.service(PortalService).revokeLinks({ caller, ticketId, ...holder });
  }

  example(): string {
    return `${this.publicUrl}/i/${EXAMPLE_TOKEN}`;
  }
}
