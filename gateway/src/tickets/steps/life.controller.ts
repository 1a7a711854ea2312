import { Action, SecurityEventKind, TicketSchema, TicketsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, Delete, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import { eachOnce } from '../../directory/groups.js';
import type { JsonObject } from '../../mapping/json.js';
import { Answers, Idempotent, Operation, Problems } from '../../openapi/decorators.js';
import { Logged } from '../../session/security-trail.js';
import { Confirmed } from '../../session/session.guard.js';
import { Performs } from './actions.js';
import type { SentCommand } from '../command.js';
import { Command, COMMAND_PROBLEMS, Commands, Sent, namingOf, targetOf } from '../command.js';
import { CommentDto } from './comment.dto.js';
import { Documents } from '../../uploads/documents.js';
import { DraftOfTicket } from '../opening/draft-of-ticket.js';
import { CancellationDto, TicketUpdateDto, TimeSpentDto } from './life.dto.js';
import { PeopleOfTicket } from '../people/people-of-ticket.js';
import { TicketAccess } from '../ticket-access.js';
import { besidesOptions, chosenOptions } from '../opening/ticket-options.dto.js';
import { TicketDraftDto } from '../opening/ticket-draft.dto.js';

class SpentDto {
  @ApiProperty({ description: 'All users together.' })
  timeSpentSeconds!: number;
}

/** The ticket as a whole: from "?" to its closing, and what may come after. */
@ApiTags('Tickets')
@Controller('api/tickets/:id')
export class LifeController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly access: TicketAccess,
    private readonly commands: Commands,
    private readonly documents: Documents,
    private readonly drafts: DraftOfTicket,
    private readonly people: PeopleOfTicket,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  @Operation(
    'validateRequest',
    'Validate a request',
    'A "?" becomes a work order or a quote; its requester is told.',
  )
  @Command(
    Action.VALIDATE_PRE_TICKET,
    'validation',
    'INVALID_TICKET',
    'PLACE_NOT_FOUND',
    'PLACE_NOT_ATTACHED',
  )
  async validate(@Sent() sent: SentCommand, @Body() dto: TicketDraftDto): Promise<JsonObject> {
    await this.access.demand(sent.me, sent.right, sent.ticketId);
    const draft = await this.drafts.gather(sent.me, dto);
    return this.commands.run(sent, (target) => this.tickets.validatePreTicket({ ...target, draft }));
  }

  @Operation('cancelRequest', 'Cancel a request', 'The end of a "?"; its requester is told.')
  @Command(Action.CANCEL_PRE_TICKET, 'cancellation')
  cancel(@Sent() sent: SentCommand, @Body() { reason }: CancellationDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.cancelPreTicket({ ...target, reason }));
  }

  @Patch()
  @Performs(Action.UPDATE)
  @Operation('updateTicket', 'Update a ticket', 'What is absent stays.')
  @ApiParam({ name: 'id', type: String })
  @Idempotent()
  @Answers(TicketSchema)
  @Problems(...COMMAND_PROBLEMS, 'INVALID_TICKET', 'TICKET_CHANGED_MEANWHILE')
  async update(@Sent() sent: SentCommand, @Body() dto: TicketUpdateDto): Promise<JsonObject> {
    const { contacts, notified, notifiedGroups, requester, addedAttachmentIds, ...fields } =
      besidesOptions(dto);
    const { reader, ofGroups } = await this.people.readerAndPlace(sent);
    const people = {
      contacts: contacts && { persons: reader.persons(contacts, 'contacts') },
      requester: requester && reader.person(requester, 'requester'),
      notified: (notified ?? notifiedGroups) && {
        persons: eachOnce([...reader.persons(notified, 'notified'), ...(await ofGroups(notifiedGroups))]),
      },
    };
    reader.refuseFaults();
    return this.commands.run(sent, async (target) => {
      const addedAttachments = await this.documents.all(
        sent.me,
        addedAttachmentIds,
        'addedAttachmentIds',
        namingOf(sent),
      );
      return this.tickets.updateTicket({
        ...target,
        ...fields,
        ...people,
        ...chosenOptions(dto),
        addedAttachments,
      });
    });
  }

  @Operation('closeTicket', 'Close a ticket', 'Possible at every step.')
  @Command(Action.CLOSE, 'closing')
  close(@Sent() sent: SentCommand, @Body() { comment }: CommentDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.closeTicket({ ...target, comment }));
  }

  @Operation('reopenTicket', 'Reopen a ticket', 'A right of its own.')
  @Command(Action.REOPEN, 'reopening', 'CONFIRMATION_REQUIRED')
  @Confirmed()
  @Logged(SecurityEventKind.REOPENED)
  reopen(@Sent() sent: SentCommand, @Body() { comment }: CommentDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.reopenTicket({ ...target, comment }));
  }

  @Delete()
  @Confirmed()
  @Logged(SecurityEventKind.DELETED)
  @Performs(Action.DELETE)
  @HttpCode(204)
  @Operation('deleteTicket', 'Delete a ticket', 'Its number, who and when are kept.')
  @ApiParam({ name: 'id', type: String })
  @Idempotent()
  @ApiNoContentResponse()
  @Problems(
    'TICKET_NOT_FOUND',
    'FORBIDDEN_ACTION',
    'CONFIRMATION_REQUIRED',
    'IDEMPOTENCY_KEY_REQUIRED',
    'IDEMPOTENCY_KEY_REUSED',
  )
  async delete(@Sent() sent: SentCommand): Promise<void> {
    await this.access.demand(sent.me, sent.right, sent.ticketId);
    await this.tickets.deleteTicket(targetOf(sent));
  }

  @Post('time-spent')
  @HttpCode(200)
  @Operation(
    'recordTimeSpent',
    'Record time spent on a ticket',
    'Adds to what was recorded; it is no step of the ticket.',
  )
  @ApiParam({ name: 'id', type: String })
  @Idempotent()
  @ApiOkResponse({ type: SpentDto })
  @Problems('TICKET_NOT_FOUND', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async recordTime(@Sent() sent: SentCommand, @Body() { seconds }: TimeSpentDto): Promise<SpentDto> {
    await this.access.demand(sent.me, sent.right, sent.ticketId);
    const { timeSpentSeconds } = await this.tickets.recordTimeSpent({ ...targetOf(sent), seconds });
    return { timeSpentSeconds };
  }
}
