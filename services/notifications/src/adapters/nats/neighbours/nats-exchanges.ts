import { ActorKind, CorrespondentRole, TicketsService } from '@intervia/contracts';
import { AppError, BusClient } from '@intervia/messaging';
import type { ServiceClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import type { ExchangePlace, Filing } from '../../../application/ports/neighbours/tickets.js';
import { FilingRefused, Tickets } from '../../../application/ports/neighbours/tickets.js';
import { filedText } from '../fr.js';

const ACTORS: Readonly<Record<CorrespondentRole, ActorKind>> = {
  [CorrespondentRole.UNSPECIFIED]: ActorKind.THIRD_PARTY,
  [CorrespondentRole.OWNER]: ActorKind.OWNER,
  [CorrespondentRole.COUNCIL_PRESIDENT]: ActorKind.COUNCIL_PRESIDENT,
  [CorrespondentRole.COUNCIL_MEMBER]: ActorKind.COUNCIL_MEMBER,
  [CorrespondentRole.TENANT]: ActorKind.TENANT,
  [CorrespondentRole.OTHER]: ActorKind.THIRD_PARTY,
  [CorrespondentRole.REQUESTER]: ActorKind.REQUESTER,
};

/** Tried again these can succeed; any other refusal is the ticket's last word. */
const PASSING: ReadonlySet<string> = new Set(['unavailable', 'internal']);

interface Actor {
  readonly kind: ActorKind;
  readonly id: string;
  readonly name: string;
}

@Injectable()
export class NatsExchanges extends Tickets {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(bus: BusClient) {
    super();
    this.tickets = bus.service(TicketsService);
  }

  file({ commandId, place, by, threadId, subject, text, documents, lost }: Filing): Promise<void> {
    return refusable(async () => {
      const actor = by ? { kind: ActorKind.USER, ...by } : await this.writerOf(place);
      const { agencyId, ticketId, missionId, correspondentId } = place;
      await this.tickets.postMessage({
        context: { caller: { agencyId, actor }, commandId },
        ticketId,
        missionId,
        correspondentId,
        threadId,
        ...filedText({ subject, text, lost }),
        documents: [...documents],
        received: true,
      });
    });
  }

  acknowledgeReading(
    commandId: string,
    { agencyId, ticketId, missionId = '' }: ExchangePlace,
  ): Promise<void> {
    return refusable(async () => {
      const actor = { kind: ActorKind.CONTRACTOR, id: missionId };
      const context = { caller: { agencyId, actor }, commandId };
      await this.tickets.acknowledgeReading({ context, ticketId, missionId });
    });
  }

  /** As on their pages: a contractor writes as its mission, anybody else as a correspondent of its kind. */
  private async writerOf(place: ExchangePlace): Promise<Actor> {
    const { agencyId, ticketId, missionId, correspondentId = '', name = '' } = place;
    if (missionId !== undefined) return { kind: ActorKind.CONTRACTOR, id: missionId, name };
    const caller = { agencyId, actor: { kind: ActorKind.THIRD_PARTY, id: correspondentId } };
    const { correspondent: view } = await this.tickets.getCorrespondent({
      caller,
      ticketId,
      correspondentId,
    });
    const role = view?.correspondent?.role ?? CorrespondentRole.UNSPECIFIED;
    return { kind: ACTORS[role], id: correspondentId, name };
  }
}

async function refusable(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError) || PASSING.has(error.kind)) throw error;
    throw new FilingRefused(error.code, { cause: error });
  }
}
