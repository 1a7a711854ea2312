import { Injectable } from '@nestjs/common';
import { ActorKind, TicketsService } from '@intervia/contracts';
import { deviceLabel } from '@intervia/french';
import { BusClient } from '@intervia/messaging';
import type { Answer } from '../../domain/answer.js';
import { markOf } from '../../domain/link.js';
import type { Link, LinkTarget } from '../../domain/link.js';
import { TicketDesk } from '../../application/ports/ticket-desk.js';
import type { Sent, View } from '../../application/ports/ticket-desk.js';
import { actorKinds, toCorrespondence } from './correspondent.mapper.js';
import { toMission } from './mission.mapper.js';
import { sendAnswer } from './send-answer.js';

/**
 * Both calls of one submitted form end before a caller of ours would send the form again:
 * people get the filled form back rather than an error without it.
 */
const WAIT = { timeoutMs: 2_200 };

/** While its view is not read, nobody knows whether a correspondent is an owner, a tenant… */
const READERS = { mission: ActorKind.CONTRACTOR, correspondent: ActorKind.THIRD_PARTY };

@Injectable()
export class NatsTicketDesk extends TicketDesk {
  private readonly tickets;

  constructor(bus: BusClient) {
    super();
    this.tickets = bus.service(TicketsService);
  }

  async view({ agencyId, ticketId, holder }: LinkTarget): Promise<View> {
    const { kind, id } = holder;
    const read = { caller: { agencyId, actor: { kind: READERS[kind], id } }, ticketId };
    if (kind === 'mission') {
      const { mission } = await this.tickets.getMission({ ...read, missionId: id }, WAIT);
      return toMission(present(mission));
    }
    const { correspondent } = await this.tickets.getCorrespondent({ ...read, correspondentId: id }, WAIT);
    return toCorrespondence(present(correspondent));
  }

  async answer(link: Link, view: View, { commandId, origin }: Sent, answer: Answer): Promise<void> {
    const { agencyId, ticketId, holder } = link;
    const kind = view.kind === 'mission' ? ActorKind.CONTRACTOR : actorKinds[view.role];
    const { address, userAgent } = origin;
    const trace = { link: markOf(link), address, device: deviceLabel(userAgent) };
    const actor = { kind, id: holder.id, name: view.name, trace };
    const context = { caller: { agencyId, actor }, commandId };
    await sendAnswer(this.tickets, { context, ticketId, holder, subject: view.subject, ...WAIT }, answer);
  }
}

function present<View>(view: View | undefined): View {
  if (!view) throw new Error('The tickets service answered without a view');
  return view;
}
