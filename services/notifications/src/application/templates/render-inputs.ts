import { Injectable } from '@nestjs/common';
import type { Message } from '../../domain/message.js';
import { Agencies } from '../ports/neighbours/agencies.js';
import type { LinkHolder } from '../ports/delivery/links.js';
import { Links } from '../ports/delivery/links.js';
import type { RenderInput } from '../ports/templates/renderer.js';
import { Wordings } from '../ports/templates/wordings.js';

/** Only who answers on a page of its own has a link; the agency's people sign in. */
export function linkHolder({ audience, missionId, correspondentId, facts }: Message): LinkHolder | undefined {
  // Behind it there is nothing any more.
  if (facts.fact === 'TicketDeleted') return undefined;
  if (audience === 'contractor' && missionId !== undefined) return { missionId };
  if (correspondentId !== undefined) return { correspondentId };
  return undefined;
}

/** What a text needs at the time of sending: the agency as it is now, the link, and the wording it was planned with. */
@Injectable()
export class RenderInputs {
  constructor(
    private readonly agencies: Agencies,
    private readonly links: Links,
    private readonly wordings: Wordings,
  ) {}

  async of(message: Message): Promise<RenderInput> {
    const { agencyId, ticketId, template, templateVersion, channel, audience, facts } = message;
    const holder = linkHolder(message);
    const [agency, link, wording] = await Promise.all([
      this.agencies.get(agencyId),
      holder && this.links.issue(agencyId, ticketId, holder),
      templateVersion > 0 ? this.wordings.at({ agencyId, template, channel }, templateVersion) : undefined,
    ]);
    const hidesMailFromContractors = agency.hidesMailFromContractors || facts.hidesAgencyMail;
    return { template, audience, facts, agency: { ...agency, hidesMailFromContractors }, link, wording };
  }
}
