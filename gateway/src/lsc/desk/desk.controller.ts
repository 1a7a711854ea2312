import { ApiScope, ListTicketsResponseSchema, TicketSchema, TicketsService } from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Controller, Get, Logger, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFile } from '../../http/send-file.js';
import type { JsonObject } from '../../mapping/json.js';
import { toJson } from '../../mapping/json.js';
import { Answers, Operation, Problems, Streams } from '../../openapi/decorators.js';
import { listRequest } from '../../tickets/list/list-request.js';
import { ticketJson } from '../../tickets/steps/actions.js';
import { TicketAccess } from '../../tickets/ticket-access.js';
import type { Program } from '../program.guard.js';
import { ForPrograms, Me, SCOPED_KEY_REFUSALS } from '../program.guard.js';
import { OfUserQuery, TicketsOfUserQuery } from './desk.dto.js';
import { elementsZip } from './elements-zip.js';
import { DeskUsers } from './desk-users.js';

const REFUSED = [...SCOPED_KEY_REFUSALS, 'USER_NOT_FOUND', 'FORBIDDEN_ACTION', 'INVALID_REQUEST'] as const;

/** Manual, "Passerelle avec La Solution Crypto, via F5": the tickets in progress, "LISTER", and a ticket’s elements. */
@ApiTags('LSC')
@ForPrograms(ApiScope.TICKETS_READ)
@Controller('lsc/v1/tickets')
export class DeskController {
  private readonly logger = new Logger(DeskController.name);
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly users: DeskUsers,
    private readonly access: TicketAccess,
    private readonly store: FileStore,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  @Get()
  @Operation(
    'listTicketsOfUser',
    'List the tickets that a user sees',
    'Those in progress when nothing else is asked for (F5), and by all criteria of the list at once ("LISTER"). ' +
      'A manager sees the agency’s, an assistant or accountant those of their places, a stand-in those of whoever is absent, too.',
  )
  @Answers(ListTicketsResponseSchema)
  @Problems(...REFUSED)
  async list(@Me() program: Program, @Query() query: TicketsOfUserQuery): Promise<JsonObject> {
    const me = await this.users.find(program, query.userId);
    const { cursor, limit } = query;
    const answer = await this.tickets.listTickets(listRequest(me, query, { cursor, limit }));
    return toJson(ListTicketsResponseSchema, answer);
  }

  @Get(':id')
  @Operation(
    'getTicketOfUser',
    'Get the elements of a ticket',
    'As the user sees it: with its people, missions, history and the list of its documents.',
  )
  @Answers(TicketSchema)
  @Problems(...REFUSED, 'TICKET_NOT_FOUND')
  async read(
    @Me() program: Program,
    @Param('id') id: string,
    @Query() { userId }: OfUserQuery,
  ): Promise<JsonObject> {
    const me = await this.users.find(program, userId);
    return ticketJson(me, await this.access.read(me, id));
  }

  @Get(':id/elements.zip')
  @Operation(
    'downloadElementsForUser',
    'Download the elements of a ticket',
    'As the user sees it: a ZIP with `ticket.json` and every document, to be kept in LSC.',
  )
  @Streams('application/zip')
  @Problems(...REFUSED, 'TICKET_NOT_FOUND')
  async elements(
    @Me() program: Program,
    @Param('id') id: string,
    @Query() { userId }: OfUserQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const me = await this.users.find(program, userId);
    const ticket = await this.access.read(me, id);
    const zip = elementsZip(ticket, ticketJson(me, ticket), this.store, me.agencyId);
    zip.on('error', (error) => this.logger.warn(`the elements of a ticket broke off: ${String(error)}`));
    const name = `ticket-${String(ticket.number)}.zip`;
    await reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(zip);
  }

  @Get(':id/documents/:documentId')
  @Operation(
    'downloadDocumentForUser',
    'Download a document of a ticket for a user',
    'One of its `documents`, by the id of its `ref`.',
  )
  @Streams('application/pdf', 'image/*', 'application/octet-stream')
  @Problems(...REFUSED, 'TICKET_NOT_FOUND', 'DOCUMENT_NOT_FOUND')
  async document(
    @Me() program: Program,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Query() { userId }: OfUserQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const me = await this.users.find(program, userId);
    const ticket = await this.access.read(me, id);
    const document = ticket.documents.find(({ ref }) => ref?.id === documentId)?.ref;
    if (!document) throw new AppError('DOCUMENT_NOT_FOUND', 'not-found');
    await sendFile(request, reply, this.store, me.agencyId, document);
  }
}
