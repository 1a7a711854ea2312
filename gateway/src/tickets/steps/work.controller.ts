import { Action, PresenceAnswerSchema, TicketsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { enumValue } from '../../mapping/enums.js';
import type { JsonObject } from '../../mapping/json.js';
import { appointmentOf } from './appointments.dto.js';
import type { SentCommand } from '../command.js';
import { Command, Commands, Sent, namingOf } from '../command.js';
import { Documents } from '../../uploads/documents.js';
import {
  AcceptanceDto,
  CompletionDto,
  InvoiceDto,
  NewInvoiceRequestDto,
  PresenceAnswerDto,
  RefusalDto,
} from './work.dto.js';
import { Operation } from '../../openapi/decorators.js';

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

  @Operation(
    'acceptWorkOrder',
    'Accept a work order',
    'The contractor accepts, with date, time and duration.',
  )
  @Command(Action.ACCEPT_WORK_ORDER, 'missions/:missionId/acceptance')
  accept(@Sent() sent: SentCommand, @Body() dto: AcceptanceDto): Promise<JsonObject> {
    const appointment = appointmentOf(dto.appointment);
    return this.commands.run(sent, (target) =>
      this.tickets.acceptWorkOrder({ ...target, appointment, comment: dto.comment }),
    );
  }

  @Operation('refuseWorkOrder', 'Refuse a work order', 'The contractor refuses.')
  @Command(Action.REFUSE_WORK_ORDER, 'missions/:missionId/refusal')
  refuse(@Sent() sent: SentCommand, @Body() { reason }: RefusalDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.refuseWorkOrder({ ...target, reason }));
  }

  @Operation('acknowledgeReading', 'Acknowledge reading', 'The contractor has read the request.')
  @Command(Action.ACKNOWLEDGE_READING, 'missions/:missionId/reading-acknowledgement')
  acknowledge(@Sent() sent: SentCommand): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.acknowledgeReading(target));
  }

  @Operation('askPresence', 'Ask for the presence', 'Whether the contractor is on site.')
  @Command(Action.ASK_PRESENCE, 'missions/:missionId/presence-request')
  askPresence(@Sent() sent: SentCommand): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.askPresence(target));
  }

  @Operation('answerPresence', 'Answer on the presence', 'Confirmed, late, absent or postponed.')
  @Command(Action.ANSWER_PRESENCE, 'missions/:missionId/presence-answer')
  answerPresence(@Sent() sent: SentCommand, @Body() dto: PresenceAnswerDto): Promise<JsonObject> {
    const { lateMinutes, comment } = dto;
    const answer = enumValue(PresenceAnswerSchema, dto.answer);
    return this.commands.run(sent, (target) =>
      this.tickets.answerPresence({ ...target, answer, lateMinutes, comment }),
    );
  }

  @Operation('askCompletion', 'Ask for the completion', 'Whether the work is done.')
  @Command(Action.ASK_COMPLETION, 'missions/:missionId/completion-request')
  askCompletion(@Sent() sent: SentCommand): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.askCompletion(target));
  }

  @Operation(
    'reportCompletion',
    'Report the completion',
    'The work is done; proofs and invoice may come along.',
  )
  @Command(Action.REPORT_COMPLETION, 'missions/:missionId/completion')
  reportCompletion(@Sent() sent: SentCommand, @Body() dto: CompletionDto): Promise<JsonObject> {
    const { comment, proofIds, invoiceId, invoiceAmountCents } = dto;
    const { me } = sent;
    const naming = namingOf(sent);
    return this.commands.run(sent, async (target) => {
      const [proofs, invoice] = await Promise.all([
        this.documents.all(me, proofIds, 'proofIds', naming),
        this.documents.optional(me, invoiceId, 'invoiceId', naming),
      ]);
      return this.tickets.reportCompletion({ ...target, comment, proofs, invoice, invoiceAmountCents });
    });
  }

  @Operation('requestInvoice', 'Request the invoice', 'From the contractor whose work is done.')
  @Command(Action.REQUEST_INVOICE, 'missions/:missionId/invoice-request')
  requestInvoice(@Sent() sent: SentCommand): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.requestInvoice(target));
  }

  @Operation('submitInvoice', 'Submit the invoice', 'With its amount.')
  @Command(Action.SUBMIT_INVOICE, 'missions/:missionId/invoice')
  submitInvoice(@Sent() sent: SentCommand, @Body() dto: InvoiceDto): Promise<JsonObject> {
    const { invoiceId, amountCents, comment } = dto;
    return this.commands.run(sent, async (target) => {
      const invoice = await this.documents.one(sent.me, invoiceId, 'invoiceId', namingOf(sent));
      return this.tickets.submitInvoice({ ...target, invoice, amountCents, comment });
    });
  }

  @Operation('requestNewInvoice', 'Request another invoice', 'With a comment that says why.')
  @Command(Action.REQUEST_NEW_INVOICE, 'missions/:missionId/new-invoice-request')
  requestNewInvoice(
    @Sent() sent: SentCommand,
    @Body() { comment }: NewInvoiceRequestDto,
  ): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.requestNewInvoice({ ...target, comment }));
  }
}
