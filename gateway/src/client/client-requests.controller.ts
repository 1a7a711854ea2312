import type { DocumentRef, GetRequestResponse } from '@intervia/contracts';
import { PortalService, TicketsService } from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFileOutside, sendPicture, WHOLE } from '../http/send-file.js';
import { Idempotent, Operation, Problems, Streams } from '../openapi/decorators.js';
import { ForClients, MeAsClient } from '../session/session.guard.js';
import type { SignedInClient } from '../session/sessions.js';
import {
  OwnRequestDto,
  ownRequestDto,
  ownRequestRowDto,
  OwnRequestsDto,
  RequestLinkDto,
} from './client-request.dto.js';
import { PageQuery } from './client.dto.js';
import { FollowUpSetting } from './follow-up-setting.js';

/** What a client asked for, and what the agency decided. A follow-up begins only then (manual, "Précisions"). */
@ApiTags('Clients’ extranet')
@ForClients()
@Controller('api/client/requests')
export class ClientRequestsController {
  private readonly tickets: ServiceClient<typeof TicketsService>;
  private readonly portal: ServiceClient<typeof PortalService>;

  constructor(
    bus: BusClient,
    private readonly followUps: FollowUpSetting,
    private readonly store: FileStore,
  ) {
    this.tickets = bus.service(TicketsService);
    this.portal = bus.service(PortalService);
  }

  @Get()
  @Operation('listRequests', 'List one’s requests', 'Validated or not; last modified first.')
  @ApiOkResponse({ type: OwnRequestsDto })
  @Problems('SIGN_IN_REQUIRED', 'INVALID_REQUEST')
  async list(@MeAsClient() me: SignedInClient, @Query() query: PageQuery): Promise<OwnRequestsDto> {
    const { agencyId, client } = me;
    const [{ requests, nextCursor }, shown] = await Promise.all([
      this.tickets.listRequests({ agencyId, partyId: client.id, ...query }),
      this.followUps.shownModules(me),
    ]);
    return { requests: requests.map((request) => ownRequestRowDto(request, shown)), nextCursor };
  }

  @Get(':id')
  @Operation('getRequest', 'Get one’s request', 'Waiting, validated, or cancelled and why.')
  @ApiOkResponse({ type: OwnRequestDto })
  @Problems('SIGN_IN_REQUIRED', 'TICKET_NOT_FOUND')
  async read(@MeAsClient() me: SignedInClient, @Param('id') id: string): Promise<OwnRequestDto> {
    const [own, shown] = await Promise.all([this.ownRequest(me, id), this.followUps.shownModules(me)]);
    return ownRequestDto(own, shown);
  }

  @Post(':id/link')
  @HttpCode(200)
  @Operation(
    'openRequestPage',
    'Open the page of one’s request',
    'Its personal link: messages and photos, who comes and when, whether it is repaired; cancelling it.',
  )
  @Idempotent()
  @ApiOkResponse({ type: RequestLinkDto })
  @Problems('SIGN_IN_REQUIRED', 'TICKET_NOT_FOUND')
  async link(@MeAsClient() me: SignedInClient, @Param('id') id: string): Promise<RequestLinkDto> {
    const { requesterId: correspondentId } = await this.ownRequest(me, id);
    const { url } = await this.portal.issueLink({ agencyId: me.agencyId, ticketId: id, correspondentId });
    return { url };
  }

  @Get(':id/documents/:documentId')
  @Operation('downloadRequestDocument', 'Download a document of one’s request', 'One that came with it.')
  @Streams('application/pdf', 'image/*', 'application/octet-stream')
  @Problems('SIGN_IN_REQUIRED', 'TICKET_NOT_FOUND', 'DOCUMENT_NOT_FOUND')
  async document(
    @MeAsClient() me: SignedInClient,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFileOutside(request, reply, this.store, me.agencyId, await this.documentOf(me, id, documentId));
  }

  @Get(':id/documents/:documentId/preview')
  @Operation('previewRequestDocument', 'Preview a photo of one’s request', 'As a JPEG, HEIC and AVIF too.')
  @Streams('image/jpeg')
  @Problems('SIGN_IN_REQUIRED', 'TICKET_NOT_FOUND', 'DOCUMENT_NOT_FOUND')
  async preview(
    @MeAsClient() me: SignedInClient,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.documentOf(me, id, documentId);
    await sendPicture(request, reply, this.store, { agencyId: me.agencyId, file, frame: WHOLE });
  }

  private async documentOf(me: SignedInClient, id: string, documentId: string): Promise<DocumentRef> {
    const { documents } = await this.ownRequest(me, id);
    const document = documents.find((ref) => ref.id === documentId);
    if (!document) throw new AppError('DOCUMENT_NOT_FOUND', 'not-found');
    return document;
  }

  private ownRequest({ agencyId, client }: SignedInClient, ticketId: string): Promise<GetRequestResponse> {
    return this.tickets.getRequest({ agencyId, partyId: client.id, ticketId });
  }
}
