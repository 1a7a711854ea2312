import { AppError } from '@intervia/messaging';
import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Message } from '../../domain/message.js';
import { DeliveryQueue } from '../ports/delivery/delivery-queue.js';
import type { LinkHolder } from '../ports/delivery/links.js';
import type { NewMessage } from '../ports/delivery/messages.js';
import { Messages } from '../ports/delivery/messages.js';
import { linkHolder } from '../templates/render-inputs.js';
import { messageId } from './message-id.js';

/** Nothing with a link ever left for the holder. */
class NothingToResend extends AppError.of('NOTHING_TO_RESEND', 'conflict') {}

/**
 * Nobody of the agency sees a link; who lost theirs gets the last message once more, with the link that is theirs now.
 */
@Injectable()
export class ResendLinkHandler {
  constructor(
    private readonly messages: Messages,
    private readonly queue: DeliveryQueue,
    private readonly clock: Clock,
  ) {}

  /** The same command sends once. @throws NothingToResend */
  async execute(agencyId: string, ticketId: string, holder: LinkHolder, commandId: string): Promise<number> {
    const theirs = (await this.messages.ofTicket(agencyId, ticketId)).filter(
      (message) => isFor(message, holder) && message.addresses.length > 0,
    );
    const made = new Set(theirs.map(({ id }) => copyId(commandId, id)));
    const known = theirs.filter(({ id }) => !made.has(id));
    const last = known.at(-1);
    if (!last) throw new NothingToResend();
    const now = this.clock.now();
    const copies = known
      .filter((message) => wentWith(message, last))
      .map((message) => copyOf(message, copyId(commandId, message.id), now));
    await this.messages.add(copies);
    await this.queue.add(copies.map(({ id, channel }) => ({ id, channel, dueInMs: 0 })));
    return copies.length;
  }
}

export function copyOf(message: Message, id: string, queuedAt: Date): NewMessage {
  const { text: _text, settled: _settled, refusals: _refusals, attempts: _attempts, ...kept } = message;
  const { sentAt: _sentAt, deliveredAt: _deliveredAt, reason: _reason, ...same } = kept;
  return { ...same, id, status: 'queued', queuedAt };
}

const copyId = (commandId: string, id: string): string => messageId(`resend:${commandId}`, id);

/** Mail and SMS of one fact went together. */
const wentWith = ({ template, queuedAt }: Message, last: Message): boolean =>
  template === last.template && queuedAt.getTime() === last.queuedAt.getTime();

function isFor(message: Message, holder: LinkHolder): boolean {
  const theirs = linkHolder(message);
  return theirs !== undefined && idOf(theirs) === idOf(holder);
}

const idOf = (holder: LinkHolder): string =>
  'missionId' in holder ? `mission ${holder.missionId}` : `correspondent ${holder.correspondentId}`;
