import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Person } from '../../domain/facts/facts.js';
import { currentRequest } from '../../domain/current-request.js';
import type { Message } from '../../domain/message.js';
import { addressesOf, tickedChannels } from '../../domain/reach.js';
import { linkHolder } from '../templates/render-inputs.js';
import { DeliveryQueue } from '../ports/delivery/delivery-queue.js';
import type { LinkHolder } from '../ports/delivery/links.js';
import { Links } from '../ports/delivery/links.js';
import { Messages } from '../ports/delivery/messages.js';
import { messageId } from './message-id.js';
import { copyOf } from './resend-link.handler.js';

export interface Correction {
  readonly agencyId: string;
  readonly ticketId: string;
  readonly eventId: string;
  readonly holder: LinkHolder;
  /** As it is reached now. */
  readonly person: Person;
  /** Something is still waited for of this person. */
  readonly isAwaited: boolean;
}

/**
 * A corrected address takes the power from the old one: its link opens nothing any more, what still waits to be sent
 * there is withdrawn, and the present request leaves for the new address at once.
 */
@Injectable()
export class CorrectReachHandler {
  constructor(
    private readonly messages: Messages,
    private readonly queue: DeliveryQueue,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  async execute({ agencyId, ticketId, eventId, holder, person, isAwaited }: Correction): Promise<void> {
    const theirs = (await this.messages.ofTicket(agencyId, ticketId)).filter((message) =>
      isOf(message, holder),
    );
    const copies = isAwaited ? this.copies(theirs, person, eventId) : [];
    // Told once more after a crash: the link that is out there is the new one.
    if (copies.some(({ id }) => theirs.some((known) => known.id === id))) return;
    await this.links.revoke(agencyId, ticketId, holder);
    for (const message of theirs.filter(({ status }) => status === 'queued')) {
      await this.messages.withdraw(message.id, { code: 'CORRECTED' });
    }
    await this.messages.add(copies);
    await this.queue.add(copies.map(({ id, channel }) => ({ id, channel, dueInMs: 0 })));
  }

  private copies(theirs: readonly Message[], person: Person, eventId: string) {
    const last = currentRequest(theirs);
    if (!last) return [];
    return tickedChannels(person)
      .map((channel) => ({ channel, addresses: [...new Set(addressesOf(person, channel))] }))
      .filter(({ addresses }) => addresses.length > 0)
      .map(({ channel, addresses }) => ({
        ...copyOf(last, messageId(eventId, channel), this.clock.now()),
        channel,
        addresses,
        // Own words are kept per channel: those of the other channel would not fit.
        templateVersion: channel === last.channel ? last.templateVersion : 0,
      }));
  }
}

function isOf(message: Message, holder: LinkHolder): boolean {
  const theirs = linkHolder(message);
  if (!theirs) return false;
  return 'missionId' in holder
    ? 'missionId' in theirs && theirs.missionId === holder.missionId
    : 'correspondentId' in theirs && theirs.correspondentId === holder.correspondentId;
}
