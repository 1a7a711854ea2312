import { Injectable } from '@nestjs/common';
import type { TicketFact } from '../../domain/facts/facts.js';
import { messageFacts } from '../../domain/facts/message-facts.js';
import { isCoalesced, quietFor } from '../../domain/coalesced.js';
import { beginAs } from '../../domain/message.js';
import type { PlannedMessage } from '../../domain/planning/plan-messages.js';
import { planMessages } from '../../domain/planning/plan-messages.js';
import { AlertCollection } from '../alerts/alert-collection.js';
import { messageId } from './message-id.js';
import { inOwnWords } from '../templates/own-words.js';
import { DeliveryQueue } from '../ports/delivery/delivery-queue.js';
import type { NewMessage } from '../ports/delivery/messages.js';
import { Messages } from '../ports/delivery/messages.js';
import { Renderer } from '../ports/templates/renderer.js';
import type { WordingVersion } from '../ports/templates/wordings.js';
import { Wordings } from '../ports/templates/wordings.js';

/** The envelope of a fact. */
export interface FactOrigin {
  readonly eventId: string;
  readonly agencyId: string;
  readonly occurredAt: Date;
}

/** Writes down every message that a fact calls for, then queues them. Doing it twice adds nothing. */
@Injectable()
export class RecordMessagesHandler {
  constructor(
    private readonly messages: Messages,
    private readonly queue: DeliveryQueue,
    private readonly renderer: Renderer,
    private readonly wordings: Wordings,
    private readonly alerts: AlertCollection,
  ) {}

  async execute(fact: TicketFact, origin: FactOrigin): Promise<void> {
    const planned = planMessages(fact);
    const texts = await this.currentTexts(origin.agencyId, planned);
    const collected = await this.alerts.among(origin.agencyId, planned);
    const recorded = await Promise.all(
      planned.map(async (one) => ({
        ...(await this.toMessage(fact, one, origin, texts.get(textKey(one)))),
        ...beginAs(one.start, collected.has(one)),
      })),
    );
    const timed = await this.quieted(recorded);
    await this.messages.add(timed);
    await this.alerts.ensureDue(origin.agencyId, collected);
    const queued = timed.filter(({ status }) => status === 'queued');
    await this.queue.add(queued.map(({ id, channel, quietMs = 0 }) => ({ id, channel, dueInMs: quietMs })));
  }

  /** What is told again within minutes waits for the last of it. */
  private async quieted(recorded: readonly NewMessage[]): Promise<readonly NewMessage[]> {
    const [some] = recorded.filter(isCoalesced);
    if (!some) return recorded;
    const others = await this.messages.ofTicket(some.agencyId, some.ticketId);
    return recorded.map((message) => ({
      ...message,
      quietMs: quietFor(
        message,
        others.filter(({ id }) => id !== message.id),
      ),
    }));
  }

  /** One question per text, however many people are told. */
  private async currentTexts(
    agencyId: string,
    planned: readonly PlannedMessage[],
  ): Promise<Map<string, WordingVersion | undefined>> {
    const distinct = new Map(planned.map((one) => [textKey(one), one]));
    const found = [...distinct].map(async ([key, { template, channel }]) => {
      return [key, await this.wordings.current({ agencyId, template, channel })] as const;
    });
    return new Map(await Promise.all(found));
  }

  private async toMessage(
    fact: TicketFact,
    planned: PlannedMessage,
    { agencyId, eventId, occurredAt }: FactOrigin,
    current: WordingVersion | undefined,
  ): Promise<Omit<NewMessage, 'status'>> {
    const { audience, template, channel, recipient, mission, correspondentId } = planned;
    const facts = messageFacts(fact, { audience, recipientName: recipient.name, mission });
    // In the journal an SMS has the subject of its step; the agency words the subjects of mails only.
    const wording = channel === 'mail' ? current?.wording : undefined;
    // A text that cannot be filled in must not cost anyone the news; its delivery says what is wrong with it.
    const subject = await inOwnWords({ template, audience, facts, wording }, (input) =>
      this.renderer.subject(input),
    );
    return {
      id: messageId(eventId, planned.key),
      agencyId,
      ticketId: fact.ticket.id,
      missionId: mission?.id,
      correspondentId,
      channel,
      audience,
      template,
      templateVersion: current?.version ?? 0,
      recipientId: recipient.id || undefined,
      recipientName: recipient.name,
      addresses: recipient.addresses,
      subject: subject.written,
      facts,
      queuedAt: occurredAt,
    };
  }
}

const textKey = ({ template, channel }: PlannedMessage): string => `${template}|${channel}`;
