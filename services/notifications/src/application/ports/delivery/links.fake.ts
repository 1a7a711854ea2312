import type { LinkHolder } from './links.js';
import { Links } from './links.js';

export class FakeLinks extends Links {
  async issue(_agencyId: string, _ticketId: string, holder: LinkHolder): Promise<string> {
    return `link-of-${'missionId' in holder ? holder.missionId : holder.correspondentId}`;
  }

  async revoke(): Promise<void> {}

  example(): string {
    return 'example-link';
  }
}
