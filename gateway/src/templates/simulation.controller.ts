import { SimulateTicketResponseSchema, TemplatesService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems } from '../openapi/decorators.js';
import { callerOf } from '../session/caller.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { DraftOfTicket } from '../tickets/opening/draft-of-ticket.js';
import { inRequestTerms } from '../tickets/opening/request-terms.js';
import { TicketAccess } from '../tickets/ticket-access.js';
import { SimulationDto } from './templates.dto.js';

/** What will leave, and when, if nobody answers. */
@ApiTags('Templates')
@Controller('api/tickets')
export class SimulationController {
  private readonly templates: ServiceClient<typeof TemplatesService>;

  constructor(
    bus: BusClient,
    private readonly access: TicketAccess,
    private readonly drafts: DraftOfTicket,
  ) {
    this.templates = bus.service(TemplatesService);
  }

  @Post('simulation')
  @HttpCode(200)
  @Operation(
    'simulateDraft',
    'Simulate a draft',
    'Mails and SMS of a ticket that is not opened yet; sends and keeps nothing.',
  )
  @Answers(SimulateTicketResponseSchema)
  @Problems('INVALID_REQUEST', 'INVALID_TICKET', 'PLACE_NOT_FOUND', 'FORBIDDEN_ACTION')
  async ofDraft(@Me() me: SignedIn, @Body() { preTicket, ...dto }: SimulationDto): Promise<JsonObject> {
    const draft = await this.drafts.gather(me, dto);
    const answer = await this.templates
      .simulateTicket({ caller: callerOf(me), subject: { case: 'draft', value: draft }, preTicket })
      .catch(inRequestTerms);
    return toJson(SimulateTicketResponseSchema, answer);
  }

  @Get(':id/simulation')
  @Operation(
    'simulateTicket',
    'Simulate a ticket',
    'Mails and SMS that the timers of an open ticket will still send.',
  )
  @Answers(SimulateTicketResponseSchema)
  @Problems('TICKET_NOT_FOUND', 'FORBIDDEN_ACTION')
  async ofTicket(@Me() me: SignedIn, @Param('id') id: string): Promise<JsonObject> {
    await this.access.head(me, id);
    const answer = await this.templates.simulateTicket({
      caller: callerOf(me),
      subject: { case: 'ticketId', value: id },
    });
    return toJson(SimulateTicketResponseSchema, answer);
  }
}
