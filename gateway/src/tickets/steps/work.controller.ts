import { Action, PresenceAnswerSchema, TicketsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { enumValue } from '../../mapping/enums.js';
import type { JsonObject } from '../../mapping/json.js';
import { appointmentOf } from './appointments.dto.js';
import type { SentCommand } from '../command.js';
import { Command, Commands, Sent } from '../command.js';
import { Documents } from '../documents.js';
import {
  AcceptanceDto,
  CompletionDto,
  InvoiceDto,
  NewInvoiceRequestDto,
  PresenceAnswerDto,
  RefusalDto,
} from './work.dto.js';

/** From the request to the invoice. A user may enter each third party's step in its place. */
@ApiTags('Commands')
@Controller('api/tickets/:id')
export class WorkController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly commands: Commands,
    private readonly documents: Documents,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  @Command(
    Action.ACCEPT_WORK_ORDER,
    'missions/:missionId/acceptance',
    'The contractor accepts, with date, time and duration',
  )
  accept(@Sent() sent: SentCommand, @Body() dto: AcceptanceDto): Promise<JsonObject> {
    const appointment = appointmentOf(dto.appointment);
    return this.commands.run(sent, (target) =>
      this.tickets.acceptWorkOrder({ ...target, appointment, comment: dto.comment }),
    );
  }

  @Command(Action.REFUSE_WORK_ORDER, 'missions/:missionId/refusal', 'The contractor refuses')
  refuse(@Sent() sent: SentCommand, @Body() { reason }: RefusalDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.refuseWorkOrder({ ...target, reason }));
  }

  @Command(
    Action.ACKNOWLEDGE_READING,
    'missions/:missionId/reading-acknowledgement',
    'The contractor has read the request',
  )
  acknowledge(@Sent() sent: SentCommand): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.acknowledgeReading(target));
  }

  @Command(
    Action.ASK_PRESENCE,
    'missions/:missionId/presence-request',
    'Ask whether the contractor is on site',
  )
  askPresence(@Sent() sent: SentCommand): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.askPresence(target));
  }

  @Command(
    Action.ANSWER_PRESENCE,
    'missions/:missionId/presence-answer',
    'Confirmed, late, absent or postponed',
  )
  answerPresence(@Sent() sent: SentCommand, @Body() dto: PresenceAnswerDto): Promise<JsonObject> {
    const { lateMinutes, comment } = dto;
    const answer = enumValue(PresenceAnswerSchema, dto.answer);
    return this.commands.run(sent, (target) =>
      this.tickets.answerPresence({ ...target, answer, lateMinutes, comment }),
    );
  }

  @Command(Action.ASK_COMPLETION, 'missions/:missionId/completion-request', 'Ask whether the work is done')
  askCompletion(@Sent() sent: SentCommand): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.askCompletion(target));
  }

  @Command(
    Action.REPORT_COMPLETION,
    'missions/:missionId/completion',
    'The work is done; proofs and invoice may come along',
  )
  reportCompletion(@Sent() sent: SentCommand, @Body() dto: CompletionDto): Promise<JsonObject> {
    const { comment, proofIds, invoiceId, invoiceAmountCents } = dto;
    const { agencyId } = sent.me;
    return this.commands.run(sent, async (target) => {
      const [proofs, invoice] = await Promise.all([
        this.documents.all(agencyId, proofIds, 'proofIds'),
        this.documents.optional(agencyId, invoiceId, 'invoiceId'),
      ]);
      return this.tickets.reportCompletion({ ...target, comment, proofs, invoice, invoiceAmountCents });
    });
  }

  @Command(Action.REQUEST_INVOICE, 'missions/:missionId/invoice-request', 'Ask for the invoice')
  requestInvoice(@Sent() sent: SentCommand): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.requestInvoice(target));
  }

  @Command(Action.SUBMIT_INVOICE, 'missions/:missionId/invoice', 'The invoice and its amount')
  submitInvoice(@Sent() sent: SentCommand, @Body() dto: InvoiceDto): Promise<JsonObject> {
    const { invoiceId, amountCents, comment } = dto;
    return this.commands.run(sent, async (target) => {
      const invoice = await this.documents.one(sent.me.agencyId, invoiceId, 'invoiceId');
      return this.tickets.submitInvoice({ ...target, invoice, amountCents, comment });
    });
  }

  @Command(
    Action.REQUEST_NEW_INVOICE,
    'missions/:missionId/new-invoice-request',
    'Ask for another invoice, with a comment',
  )
  requestNewInvoice(
    @Sent() sent: SentCommand,
    @Body() { comment }: NewInvoiceRequestDto,
  ): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.requestNewInvoice({ ...target, comment }));
  }
}
