import type {
  CompletionAsked,
  CompletionReported,
  InvoiceReceived,
  InvoiceRequested,
  NewInvoiceRequested,
  PresenceAnswered,
  PresenceAsked,
  ReminderSent,
  RemindersExhausted,
  TicketClosed,
  TicketOpened,
  WorkOrderAccepted,
  WorkOrderRefused,
  WorkOrderRequested,
} from '@intervia/contracts';
import {
  CompletionAskedSchema,
  CompletionReportedSchema,
  InvoiceReceivedSchema,
  InvoiceRequestedSchema,
  NewInvoiceRequestedSchema,
  PresenceAnsweredSchema,
  PresenceAskedSchema,
  ReminderSentSchema,
  RemindersExhaustedSchema,
  TicketClosedSchema,
  TicketOpenedSchema,
  WorkOrderAcceptedSchema,
  WorkOrderRefusedSchema,
  WorkOrderRequestedSchema,
} from '@intervia/contracts';
import type { EventMeta } from '@intervia/messaging';
import { OnEvent } from '@intervia/messaging';
import { Inbox } from '@intervia/mongo';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { RecordMessagesHandler } from '../../application/record-messages.handler.js';
import type { TicketFact } from '../../domain/facts.js';
import { toMission, toPresenceAnswer, toReminderKind, toTicket } from './to-fact.js';

/** The facts of tickets, each turned into the domain's words and told once. */
@Controller()
export class TicketEventsController {
  constructor(
    private readonly recordMessages: RecordMessagesHandler,
    private readonly inbox: Inbox,
  ) {}

  @OnEvent(TicketOpenedSchema)
  onTicketOpened(@Payload() { ticket }: TicketOpened, @Ctx() meta: EventMeta): Promise<void> {
    return this.tell({ kind: 'ticket-opened', ticket: toTicket(ticket) }, meta);
  }

  @OnEvent(WorkOrderRequestedSchema)
  onWorkOrderRequested(@Payload() event: WorkOrderRequested, @Ctx() meta: EventMeta): Promise<void> {
    const attachments = event.attachments.length;
    return this.tell({ kind: 'work-order-requested', ...subject(event), attachments }, meta);
  }

  @OnEvent(WorkOrderAcceptedSchema)
  onWorkOrderAccepted(@Payload() event: WorkOrderAccepted, @Ctx() meta: EventMeta): Promise<void> {
    return this.tell({ kind: 'work-order-accepted', ...subject(event), comment: event.comment }, meta);
  }

  @OnEvent(WorkOrderRefusedSchema)
  onWorkOrderRefused(@Payload() event: WorkOrderRefused, @Ctx() meta: EventMeta): Promise<void> {
    return this.tell({ kind: 'work-order-refused', ...subject(event), comment: event.reason }, meta);
  }

  @OnEvent(ReminderSentSchema)
  onReminderSent(@Payload() event: ReminderSent, @Ctx() meta: EventMeta): Promise<void> {
    const { count, maximum } = event;
    const reminder = toReminderKind(event.kind);
    return this.tell({ kind: 'reminder-sent', ...subject(event), reminder, count, maximum }, meta);
  }

  @OnEvent(RemindersExhaustedSchema)
  onRemindersExhausted(@Payload() event: RemindersExhausted, @Ctx() meta: EventMeta): Promise<void> {
    const reminder = toReminderKind(event.kind);
    return this.tell({ kind: 'reminders-exhausted', ...subject(event), reminder }, meta);
  }

  @OnEvent(PresenceAskedSchema)
  onPresenceAsked(@Payload() event: PresenceAsked, @Ctx() meta: EventMeta): Promise<void> {
    return this.tell({ kind: 'presence-asked', ...subject(event) }, meta);
  }

  @OnEvent(PresenceAnsweredSchema)
  onPresenceAnswered(@Payload() event: PresenceAnswered, @Ctx() meta: EventMeta): Promise<void> {
    const { lateMinutes, comment } = event;
    const answer = toPresenceAnswer(event.answer);
    return this.tell({ kind: 'presence-answered', ...subject(event), answer, lateMinutes, comment }, meta);
  }

  @OnEvent(CompletionAskedSchema)
  onCompletionAsked(@Payload() event: CompletionAsked, @Ctx() meta: EventMeta): Promise<void> {
    return this.tell({ kind: 'completion-asked', ...subject(event) }, meta);
  }

  @OnEvent(CompletionReportedSchema)
  onCompletionReported(@Payload() event: CompletionReported, @Ctx() meta: EventMeta): Promise<void> {
    const { comment, proofs, withInvoice } = event;
    return this.tell({ kind: 'completion-reported', ...subject(event), comment, proofs, withInvoice }, meta);
  }

  @OnEvent(InvoiceRequestedSchema)
  onInvoiceRequested(@Payload() event: InvoiceRequested, @Ctx() meta: EventMeta): Promise<void> {
    return this.tell({ kind: 'invoice-requested', ...subject(event) }, meta);
  }

  @OnEvent(InvoiceReceivedSchema)
  onInvoiceReceived(@Payload() event: InvoiceReceived, @Ctx() meta: EventMeta): Promise<void> {
    return this.tell({ kind: 'invoice-received', ...subject(event), amountCents: event.amountCents }, meta);
  }

  @OnEvent(NewInvoiceRequestedSchema)
  onNewInvoiceRequested(@Payload() event: NewInvoiceRequested, @Ctx() meta: EventMeta): Promise<void> {
    return this.tell({ kind: 'new-invoice-requested', ...subject(event), comment: event.comment }, meta);
  }

  @OnEvent(TicketClosedSchema)
  onTicketClosed(@Payload() event: TicketClosed, @Ctx() meta: EventMeta): Promise<void> {
    const { ticket, comment, missions } = event;
    return this.tell(
      { kind: 'ticket-closed', ticket: toTicket(ticket), comment, missions: missions.map(toMission) },
      meta,
    );
  }

  private tell(fact: TicketFact, meta: EventMeta): Promise<void> {
    const { id: eventId, agencyId, occurredAt } = meta;
    return this.inbox.once(meta, () => this.recordMessages.execute(fact, { eventId, agencyId, occurredAt }));
  }
}

/** What every event of a mission speaks of. */
function subject({ ticket, mission }: Pick<WorkOrderRequested, 'ticket' | 'mission'>) {
  return { ticket: toTicket(ticket), mission: toMission(mission) };
}
