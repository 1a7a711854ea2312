import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Action, AgreementMeansSchema, CorrespondentRoleSchema, TicketsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { enumValue } from '../../mapping/enums.js';
import type { JsonObject } from '../../mapping/json.js';
import type { SentCommand } from '../command.js';
import { Command, Commands, Sent, namingOf } from '../command.js';
import { CommentDto } from './comment.dto.js';
import { Documents } from '../../uploads/documents.js';
import { PeopleOfTicket } from '../people/people-of-ticket.js';
import {
  ApprovalDto,
  ApprovalRequestDto,
  QuoteAcceptanceDto,
  QuoteDto,
  QuoteRequestDto,
} from './quotes.dto.js';
import { RefusalDto } from './work.dto.js';
import { Operation } from '../../openapi/decorators.js';

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

  @Operation('requestQuote', 'Request a quote', 'Also in the place of a work order with one contractor.')
  @Command(Action.REQUEST_QUOTE, 'missions/:missionId/quote-request', 'NOT_ON_MULTI_WORK_ORDER')
  request(@Sent() sent: SentCommand, @Body() { timers, comment }: QuoteRequestDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.requestQuote({ ...target, timers, comment }));
  }

  @Operation('promiseQuote', 'Promise a quote', 'The contractor will make one.')
  @Command(Action.PROMISE_QUOTE, 'missions/:missionId/quote-promise')
  promise(@Sent() sent: SentCommand, @Body() { comment }: CommentDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.promiseQuote({ ...target, comment }));
  }

  @Operation('declineQuoteRequest', 'Decline to quote', 'The contractor will make no quote.')
  @Command(Action.DECLINE_QUOTE_REQUEST, 'missions/:missionId/quote-request-refusal')
  decline(@Sent() sent: SentCommand, @Body() { reason }: RefusalDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.declineQuoteRequest({ ...target, reason }));
  }

  @Operation('submitQuote', 'Submit a quote', 'With its amount.')
  @Command(Action.SUBMIT_QUOTE, 'missions/:missionId/quote', 'NOT_ON_MULTI_WORK_ORDER')
  submit(@Sent() sent: SentCommand, @Body() dto: QuoteDto): Promise<JsonObject> {
    const { quoteIds, amountCents, comment } = dto;
    return this.commands.run(sent, async (target) => {
      const quotes = await this.documents.all(sent.me, quoteIds, 'quoteIds', namingOf(sent));
      return this.tickets.submitQuote({ ...target, quotes, amountCents, comment });
    });
  }

  @Operation(
    'requestApproval',
    'Request an approval',
    'The owner, the president of the council or somebody else is to approve the quote.',
  )
  @Command(Action.REQUEST_APPROVAL, 'missions/:missionId/approval-request', 'CORRESPONDENT_NOT_FOUND')
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

  @Operation(
    'answerApproval',
    'Answer a request for approval',
    'The quote is approved, or rejected. Also what was agreed on by word of mouth, asked for or not.',
  )
  @Command(
    Action.ANSWER_APPROVAL,
    'missions/:missionId/approval',
    'QUOTE_ALREADY_APPROVED',
    'QUOTE_ALREADY_ACCEPTED',
    'CORRESPONDENT_NOT_FOUND',
  )
  async approve(@Sent() sent: SentCommand, @Body() dto: ApprovalDto): Promise<JsonObject> {
    const { approved, comment, agreement } = dto;
    const reader = await this.people.reader(sent);
    const approver = agreement?.approver && reader.person(agreement.approver, 'agreement.approver');
    reader.refuseFaults();
    return this.commands.run(sent, async (target) =>
      this.tickets.answerApproval({
        ...target,
        approved,
        comment,
        agreement: agreement && {
          correspondentId: agreement.correspondentId,
          role: enumValue(CorrespondentRoleSchema, agreement.role),
          approver,
          means: enumValue(AgreementMeansSchema, agreement.means),
          saidAt: timestampFromDate(new Date(agreement.saidAt)),
          proofs: await this.documents.all(sent.me, agreement.proofIds, 'agreement.proofIds', namingOf(sent)),
        },
      }),
    );
  }

  @Operation('acceptQuote', 'Accept a quote', 'The others of a multiple quote are refused.')
  @Command(
    Action.ACCEPT_QUOTE,
    'missions/:missionId/quote-acceptance',
    'OWNER_APPROVAL_REQUIRED',
    'QUOTE_ALREADY_ACCEPTED',
  )
  accept(@Sent() sent: SentCommand, @Body() dto: QuoteAcceptanceDto): Promise<JsonObject> {
    const { signedCopyId, comment } = dto;
    return this.commands.run(sent, async (target) => {
      const signedCopy = await this.documents.optional(sent.me, signedCopyId, 'signedCopyId', namingOf(sent));
      return this.tickets.acceptQuote({ ...target, signedCopy, comment });
    });
  }

  @Operation('refuseQuote', 'Refuse a quote', 'Its contractor is told.')
  @Command(Action.REFUSE_QUOTE, 'missions/:missionId/quote-refusal')
  refuse(@Sent() sent: SentCommand, @Body() { comment }: CommentDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.refuseQuote({ ...target, comment }));
  }
}
