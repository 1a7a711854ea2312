import type { DocumentRef, GetArchiveResponse } from '@intervia/contracts';
import {
  ArchiveState,
  GetArchiveResponseSchema,
  ListMessagesResponseSchema,
  NotificationsService,
  ReportingService,
} from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFile, sendPicture, WHOLE } from '../http/send-file.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems, Streams } from '../openapi/decorators.js';
import { callerOf } from '../session/caller.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { TicketAccess } from './ticket-access.js';

const ARCHIVE_PROBLEMS = [
  'TICKET_NOT_FOUND',
  'ARCHIVE_NOT_FOUND',
  'ARCHIVE_NOT_READY',
  'ARCHIVE_FAILED',
  'FORBIDDEN_ACTION',
];

@ApiTags('Documents')
@Controller('api/tickets/:id')
export class TicketDocumentsController {
  private readonly reporting: ServiceClient<typeof ReportingService>;
  private readonly notifications: ServiceClient<typeof NotificationsService>;

  constructor(
    bus: BusClient,
    private readonly access: TicketAccess,
    private readonly store: FileStore,
  ) {
    this.reporting = bus.service(ReportingService);
    this.notifications = bus.service(NotificationsService);
  }

  @Get('documents/:documentId')
  @Operation(
    'downloadTicketDocument',
    'Download a document of a ticket',
    'One of its `documents`, by the id of its `ref`.',
  )
  @Streams('application/pdf', 'image/*', 'application/octet-stream')
  @Problems('TICKET_NOT_FOUND', 'DOCUMENT_NOT_FOUND', 'FORBIDDEN_ACTION')
  async document(
    @Me() me: SignedIn,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(request, reply, this.store, me.agencyId, await this.documentOf(me, id, documentId));
  }

  @Get('documents/:documentId/preview')
  @Operation('previewTicketDocument', 'Preview a photo of a ticket', 'As a JPEG, HEIC and AVIF too.')
  @Streams('image/jpeg')
  @Problems('TICKET_NOT_FOUND', 'DOCUMENT_NOT_FOUND', 'FORBIDDEN_ACTION')
  async preview(
    @Me() me: SignedIn,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.documentOf(me, id, documentId);
    await sendPicture(request, reply, this.store, { agencyId: me.agencyId, file, frame: WHOLE });
  }

  private async documentOf(me: SignedIn, id: string, documentId: string): Promise<DocumentRef> {
    const ticket = await this.access.read(me, id);
    const document = ticket.documents.find(({ ref }) => ref?.id === documentId)?.ref;
    if (!document) throw new AppError('DOCUMENT_NOT_FOUND', 'not-found');
    return document;
  }

  @Get('messages')
  @Operation('listMessages', 'List messages of a ticket', 'Mails and SMS, oldest first.')
  @Answers(ListMessagesResponseSchema)
  @Problems('TICKET_NOT_FOUND', 'FORBIDDEN_ACTION')
  async messages(@Me() me: SignedIn, @Param('id') ticketId: string): Promise<JsonObject> {
    await this.access.head(me, ticketId);
    const answer = await this.notifications.listMessages({ caller: callerOf(me), ticketId });
    return toJson(ListMessagesResponseSchema, answer);
  }

  @Get('archive')
  @Operation(
    'getArchive',
    'Get the archive of a ticket',
    'Whether summary and documents of a closed ticket are ready.',
  )
  @Answers(GetArchiveResponseSchema)
  @Problems('TICKET_NOT_FOUND', 'ARCHIVE_NOT_FOUND', 'FORBIDDEN_ACTION')
  async archive(@Me() me: SignedIn, @Param('id') ticketId: string): Promise<JsonObject> {
    return toJson(GetArchiveResponseSchema, await this.archiveOf(me, ticketId));
  }

  @Get('summary.pdf')
  @Operation('downloadSummary', 'Download the summary of a ticket', 'Of a closed ticket.')
  @Streams('application/pdf')
  @Problems(...ARCHIVE_PROBLEMS)
  async summary(
    @Me() me: SignedIn,
    @Param('id') ticketId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { summary } = ready(await this.archiveOf(me, ticketId));
    await sendFile(request, reply, this.store, me.agencyId, summary);
  }

  @Get('documents.zip')
  @Operation('downloadAllDocuments', 'Download all documents of a ticket', 'Of a closed ticket.')
  @Streams('application/zip')
  @Problems(...ARCHIVE_PROBLEMS)
  async zip(
    @Me() me: SignedIn,
    @Param('id') ticketId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { archive } = ready(await this.archiveOf(me, ticketId));
    await sendFile(request, reply, this.store, me.agencyId, archive);
  }

  private async archiveOf(me: SignedIn, ticketId: string): Promise<GetArchiveResponse> {
    // Reporting knows nothing of who is attached to which place.
    await this.access.head(me, ticketId);
    return this.reporting.getArchive({ caller: callerOf(me), ticketId });
  }
}

function ready({ state, summary, archive }: GetArchiveResponse): {
  summary: DocumentRef;
  archive: DocumentRef;
} {
  if (state === ArchiveState.FAILED) throw new AppError('ARCHIVE_FAILED', 'conflict');
  if (state !== ArchiveState.READY || !summary || !archive)
    throw new AppError('ARCHIVE_NOT_READY', 'conflict');
  return { summary, archive };
}
