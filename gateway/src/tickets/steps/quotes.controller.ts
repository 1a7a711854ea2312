import { Action, CorrespondentRoleSchema, TicketsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { enumValue } from '../../mapping/enums.js';
import type { JsonObject } from '../../mapping/json.js';
import type { SentCommand } from '../command.js';
import { Command, Commands, Sent } from '../command.js';
import { CommentDto } from './comment.dto.js';
import { Documents } from '../documents.js';
import { PeopleOfTicket } from '../people/people-of-ticket.js';
import {
  ApprovalDto,
  ApprovalRequestDto,
  QuoteAcceptanceDto,
  QuoteDto,
  QuoteRequestDto,
} from './quotes.dto.js';
import { RefusalDto } from './work.dto.js';

/** From the request for a quote to its acceptance. */
@ApiTags('Quotes')
@Controller('api/tickets/:id')
export class QuotesController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly commands: Commands,
    private readonly documents: Documents,
    private readonly people: PeopleOfTicket,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  @Command(
    Action.REQUEST_QUOTE,
    'missions/:missionId/quote-request',
    'Ask for a quote, also in the place of a work order with one contractor',
    'NOT_ON_MULTI_WORK_ORDER',
  )
  request(@Sent() sent: SentCommand, @Body() { timers, comment }: QuoteRequestDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.requestQuote({ ...target, timers, comment }));
  }

  @Command(Action.PROMISE_QUOTE, 'missions/:missionId/quote-promise', 'The contractor will make a quote')
  promise(@Sent() sent: SentCommand, @Body() { comment }: CommentDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.promiseQuote({ ...target, comment }));
  }

  @Command(
    Action.DECLINE_QUOTE_REQUEST,
    'missions/:missionId/quote-request-refusal',
    'The contractor will make no quote',
  )
  decline(@Sent() sent: SentCommand, @Body() { reason }: RefusalDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.declineQuoteRequest({ ...target, reason }));
  }

  @Command(
    Action.SUBMIT_QUOTE,
    'missions/:missionId/quote',
    'The quote and its amount',
    'NOT_ON_MULTI_WORK_ORDER',
  )
  submit(@Sent() sent: SentCommand, @Body() dto: QuoteDto): Promise<JsonObject> {
    const { quoteIds, amountCents, comment } = dto;
    return this.commands.run(sent, async (target) => {
      const quotes = await this.documents.all(sent.me.agencyId, quoteIds, 'quoteIds');
      return this.tickets.submitQuote({ ...target, quotes, amountCents, comment });
    });
  }

  @Command(
    Action.REQUEST_APPROVAL,
    'missions/:missionId/approval-request',
    'Have the owner, the president of the council or somebody else approve the quote',
    'CORRESPONDENT_NOT_FOUND',
  )
  async requestApproval(@Sent() sent: SentCommand, @Body() dto: ApprovalRequestDto): Promise<JsonObject> {
    const { correspondentId, comment } = dto;
    const reader = await this.people.reader(sent);
    const approver = dto.approver && reader.person(dto.approver, 'approver');
    const informed = reader.persons(dto.informed, 'informed');
    reader.refuseFaults();
    const role = enumValue(CorrespondentRoleSchema, dto.role);
    return this.commands.run(sent, (target) =>
      this.tickets.requestApproval({ ...target, correspondentId, role, approver, informed, comment }),
    );
  }

  @Command(Action.ANSWER_APPROVAL, 'missions/:missionId/approval', 'The quote is approved, or rejected')
  approve(@Sent() sent: SentCommand, @Body() { approved, comment }: ApprovalDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.answerApproval({ ...target, approved, comment }));
  }

  @Command(
    Action.ACCEPT_QUOTE,
    'missions/:missionId/quote-acceptance',
    'Accept the quote; the others of a multiple quote are refused',
    'OWNER_APPROVAL_REQUIRED',
    'QUOTE_ALREADY_ACCEPTED',
  )
  accept(@Sent() sent: SentCommand, @Body() dto: QuoteAcceptanceDto): Promise<JsonObject> {
    const { signedCopyId, comment } = dto;
    return this.commands.run(sent, async (target) => {
      const signedCopy = await this.documents.optional(sent.me.agencyId, signedCopyId, 'signedCopyId');
      return this.tickets.acceptQuote({ ...target, signedCopy, comment });
    });
  }

  @Command(Action.REFUSE_QUOTE, 'missions/:missionId/quote-refusal', 'Refuse the quote')
  refuse(@Sent() sent: SentCommand, @Body() { comment }: CommentDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.refuseQuote({ ...target, comment }));
  }
}
