import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { Ticket } from '@intervia/contracts';
import { PresenceAnswerSchema, TicketSchema, TicketsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { applyDecorators, Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey } from '../http/idempotency.js';
import type { FieldFault } from '../http/problem.js';
import { InvalidRequest } from '../http/problem.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Problems } from '../openapi/decorators.js';
import { commandOf } from '../session/caller.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import {
  AcceptanceDto,
  ClosingDto,
  CompletionDto,
  InvoiceDto,
  NewInvoiceRequestDto,
  PresenceAnswerDto,
  RefusalDto,
} from './commands.dto.js';
import { Documents } from './documents.js';
import { inRequestTerms } from './request-terms.js';
import { TicketAccess } from './ticket-access.js';

type Context = ReturnType<typeof commandOf>;

const COMMON = [
  'TICKET_NOT_FOUND',
  'MISSION_NOT_FOUND',
  'TICKET_ALREADY_CLOSED',
  'ACTION_NOT_ALLOWED',
  'FORBIDDEN_ACTION',
];

/** A command: POST, idempotent, answers the ticket as it is after. */
function Command(path: string, summary: string): MethodDecorator {
  return applyDecorators(
    Post(path),
    HttpCode(200),
    ApiOperation({ summary }),
    Idempotent(),
    Answers(TicketSchema),
    Problems(...COMMON, 'IDEMPOTENCY_KEY_REQUIRED', 'INVALID_REQUEST'),
  );
}

@ApiTags('Commands')
@Controller('api/tickets/:id')
export class CommandsController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly access: TicketAccess,
    private readonly documents: Documents,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  @Command('missions/:missionId/acceptance', 'The contractor accepts, with date, time and duration')
  async accept(
    @Me() me: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') ticketId: string,
    @Param('missionId') missionId: string,
    @Body() { appointment, comment }: AcceptanceDto,
  ): Promise<JsonObject> {
    const { durationMinutes } = appointment;
    const start = timestampFromDate(new Date(appointment.start));
    return this.run(me, key, ticketId, (context) =>
      this.tickets.acceptWorkOrder({
        context,
        ticketId,
        missionId,
        appointment: { start, durationMinutes },
        comment,
      }),
    );
  }

  @Command('missions/:missionId/refusal', 'The contractor refuses')
  async refuse(
    @Me() me: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') ticketId: string,
    @Param('missionId') missionId: string,
    @Body() { reason }: RefusalDto,
  ): Promise<JsonObject> {
    return this.run(me, key, ticketId, (context) =>
      this.tickets.refuseWorkOrder({ context, ticketId, missionId, reason }),
    );
  }

  @Command('missions/:missionId/presence-request', 'Ask whether the contractor is on site')
  async askPresence(
    @Me() me: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') ticketId: string,
    @Param('missionId') missionId: string,
  ): Promise<JsonObject> {
    return this.run(me, key, ticketId, (context) =>
      this.tickets.askPresence({ context, ticketId, missionId }),
    );
  }

  @Command('missions/:missionId/presence-answer', 'Confirmed, late, absent or postponed')
  async answerPresence(
    @Me() me: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') ticketId: string,
    @Param('missionId') missionId: string,
    @Body() { answer, lateMinutes, comment }: PresenceAnswerDto,
  ): Promise<JsonObject> {
    const given = enumValue(PresenceAnswerSchema, answer);
    return this.run(me, key, ticketId, (context) =>
      this.tickets.answerPresence({ context, ticketId, missionId, answer: given, lateMinutes, comment }),
    );
  }

  @Command('missions/:missionId/completion-request', 'Ask whether the work is done')
  async askCompletion(
    @Me() me: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') ticketId: string,
    @Param('missionId') missionId: string,
  ): Promise<JsonObject> {
    return this.run(me, key, ticketId, (context) =>
      this.tickets.askCompletion({ context, ticketId, missionId }),
    );
  }

  @Command('missions/:missionId/completion', 'The work is done; proofs and invoice may come along')
  async reportCompletion(
    @Me() me: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') ticketId: string,
    @Param('missionId') missionId: string,
    @Body() { comment, proofIds = [], invoiceId, invoiceAmountCents }: CompletionDto,
  ): Promise<JsonObject> {
    const faults: FieldFault[] = [];
    const [proofs, invoice] = await Promise.all([
      this.documents.resolve(me.agencyId, proofIds, 'proofIds', faults),
      invoiceId === undefined ? undefined : this.documents.one(me.agencyId, invoiceId, 'invoiceId'),
    ]);
    if (faults.length > 0) throw new InvalidRequest(faults);
    return this.run(me, key, ticketId, (context) =>
      this.tickets.reportCompletion({
        context,
        ticketId,
        missionId,
        comment,
        proofs,
        invoice,
        invoiceAmountCents,
      }),
    );
  }

  @Command('missions/:missionId/invoice-request', 'Ask for the invoice')
  async requestInvoice(
    @Me() me: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') ticketId: string,
    @Param('missionId') missionId: string,
  ): Promise<JsonObject> {
    return this.run(me, key, ticketId, (context) =>
      this.tickets.requestInvoice({ context, ticketId, missionId }),
    );
  }

  @Command('missions/:missionId/invoice', 'The invoice and its amount')
  async submitInvoice(
    @Me() me: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') ticketId: string,
    @Param('missionId') missionId: string,
    @Body() { invoiceId, amountCents, comment }: InvoiceDto,
  ): Promise<JsonObject> {
    const invoice = await this.documents.one(me.agencyId, invoiceId, 'invoiceId');
    return this.run(me, key, ticketId, (context) =>
      this.tickets.submitInvoice({ context, ticketId, missionId, invoice, amountCents, comment }),
    );
  }

  @Command('missions/:missionId/new-invoice-request', 'Ask for another invoice, with a comment')
  async requestNewInvoice(
    @Me() me: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') ticketId: string,
    @Param('missionId') missionId: string,
    @Body() { comment }: NewInvoiceRequestDto,
  ): Promise<JsonObject> {
    return this.run(me, key, ticketId, (context) =>
      this.tickets.requestNewInvoice({ context, ticketId, missionId, comment }),
    );
  }

  @Command('closing', 'Close the ticket: possible at every step, irreversible')
  async close(
    @Me() me: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') ticketId: string,
    @Body() { comment }: ClosingDto,
  ): Promise<JsonObject> {
    return this.run(me, key, ticketId, (context) => this.tickets.closeTicket({ context, ticketId, comment }));
  }

  private async run(
    me: SignedIn,
    key: string,
    ticketId: string,
    send: (context: Context) => Promise<{ ticket?: Ticket }>,
  ): Promise<JsonObject> {
    await this.access.demand(me, 'edit', ticketId);
    const { ticket } = await send(commandOf(me, key)).catch(inRequestTerms);
    return ticket ? toJson(TicketSchema, ticket) : {};
  }
}
