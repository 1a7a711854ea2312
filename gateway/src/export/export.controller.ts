import { Clock } from '@intervia/clock';
import { SecurityEventKind, TicketsService } from '@intervia/contracts';
import { fieldDate } from '@intervia/french';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { dispositionOf } from '../http/send-file.js';
import { Operation, Problems, Streams } from '../openapi/decorators.js';
import { Logged } from '../session/security-trail.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { listRequest } from '../tickets/list/list-request.js';
import { TicketFilter } from '../tickets/opening/tickets.dto.js';
import { everyTicket } from './every-ticket.js';
import type { ExportFormat } from './write-rows.js';
import { writeRows } from './write-rows.js';

const PAGE = 200;
const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = { csv: 'text/csv', txt: 'text/plain' };

/** Manual, "Export en .CSV ou .txt": the list as it is filtered, or a selection of it. */
@ApiTags('Tickets')
@Controller('api/tickets')
export class ExportController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly clock: Clock,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  @Get('export.csv')
  @Logged(SecurityEventKind.EXPORTED)
  @Operation(
    'exportTicketsCsv',
    'Export tickets as CSV',
    'For a spreadsheet: UTF-8 with BOM, ";", CRLF, formulas escaped.',
  )
  @Streams('text/csv')
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  csv(@Me() me: SignedIn, @Query() filter: TicketFilter, @Res() reply: FastifyReply): Promise<void> {
    return this.send(me, filter, 'csv', reply);
  }

  @Get('export.txt')
  @Logged(SecurityEventKind.EXPORTED)
  @Operation('exportTicketsText', 'Export tickets as text', 'Separated by tabs, one line a ticket.')
  @Streams('text/plain')
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  txt(@Me() me: SignedIn, @Query() filter: TicketFilter, @Res() reply: FastifyReply): Promise<void> {
    return this.send(me, filter, 'txt', reply);
  }

  private async send(
    me: SignedIn,
    filter: TicketFilter,
    format: ExportFormat,
    reply: FastifyReply,
  ): Promise<void> {
    const read = (cursor: string) =>
      this.tickets.listTickets(listRequest(me, filter, { cursor, limit: PAGE }));
    // Before the first byte, so that a refusal is a problem and not half a file.
    const first = await read('');
    const mediaType = MEDIA_TYPES[format];
    const name = `tickets-${fieldDate(this.clock.now())}.${format}`;
    await reply
      .type(`${mediaType}; charset=utf-8`)
      .header('content-disposition', dispositionOf({ name, mediaType }))
      .send(writeRows(everyTicket(first, read), format));
  }
}
