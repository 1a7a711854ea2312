import { LINK_UPLOAD_LIMITS } from '@intervia/rules';
import type { AuthorizeLinkResponse, DocumentRef, SubmitFormResponse } from '@intervia/contracts';
import { PortalService, TicketsService } from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Controller, Get, Param, Post, Query, Req, Res, UnsupportedMediaTypeException } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LINK_LIMIT, PREVIEW_LIMIT } from '../http/rate-limits.js';
import { sendFileOutside, sendPicture, THUMBNAIL } from '../http/send-file.js';
import { Operation, Problems, Streams } from '../openapi/decorators.js';
import { Public } from '../session/session.guard.js';
import { receiveFiles } from '../uploads/receive-files.js';
import type { UploadLimits } from '../uploads/receive-files.js';
import { documentsOf } from './linked-documents.js';
import { LINK_HEADERS, sendPage } from './page-headers.js';

/** Photos of the work and papers, as telephones and scanners make them. */
const LIMITS: UploadLimits = {
  files: LINK_UPLOAD_LIMITS.files,
  fileBytes: LINK_UPLOAD_LIMITS.bytes,
  accept: [
    'application/pdf',
    'image/jpeg',
    'image/png',
    'image/webp',
    'image/heic',
    'image/heif',
    'image/avif',
    'image/tiff',
  ],
  besideRefused: 'the-others',
};

const LONGEST_USER_AGENT = 500;

/** "Renvoyez-moi un lien". */
const RENEWAL = 'nouveau-lien';

interface Submission {
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly documents: Awaited<ReturnType<typeof receiveFiles>>['stored'];
  readonly faults: readonly { readonly field: string; readonly code: string }[];
}

/** Pages of people without an account. The link is all they have; the portal decides on everything. */
@ApiTags('Contractor pages')
@Public()
@Controller('i')
export class PortalController {
  private readonly portal: ServiceClient<typeof PortalService>;
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly store: FileStore,
  ) {
    this.portal = bus.service(PortalService);
    this.tickets = bus.service(TicketsService);
  }

  @Get(':token')
  @RouteConfig({ rateLimit: LINK_LIMIT })
  @Operation('showLinkPage', 'Show the page of a link', 'Also the help (`aide`). Reading changes nothing.')
  @ApiResponse({ status: 200, description: 'HTML.', content: { 'text/html': {} } })
  @ApiResponse({
    status: 404,
    description: 'An unknown or expired link is a page too.',
    content: { 'text/html': {} },
  })
  async page(
    @Param('token') token: string,
    @Query('notice') notice: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.render(token, typeof notice === 'string' ? notice : '', reply);
  }

  @Get(':token/documents/:documentId')
  @RouteConfig({ rateLimit: LINK_LIMIT })
  @Operation('downloadLinkDocument', 'Download a document of a link', 'One that its page names.')
  @Streams('application/pdf', 'image/*')
  @Problems('LINK_UNKNOWN', 'LINK_EXPIRED', 'DOCUMENT_NOT_FOUND', 'TOO_MANY_REQUESTS')
  async document(
    @Param('token') token: string,
    @Param('documentId') documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { agencyId, document } = await this.linked(token, documentId);
    reply.headers(LINK_HEADERS);
    await sendFileOutside(request, reply, this.store, agencyId, document);
  }

  @Get(':token/apercus/:documentId')
  @RouteConfig({ rateLimit: PREVIEW_LIMIT })
  @Operation('previewLinkDocument', 'Preview a photo of a link', 'As a small JPEG, HEIC and AVIF too.')
  @Streams('image/jpeg')
  @Problems('LINK_UNKNOWN', 'LINK_EXPIRED', 'DOCUMENT_NOT_FOUND', 'TOO_MANY_REQUESTS')
  async preview(
    @Param('token') token: string,
    @Param('documentId') documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { agencyId, document } = await this.linked(token, documentId);
    reply.headers(LINK_HEADERS);
    await sendPicture(request, reply, this.store, { agencyId, file: document, frame: THUMBNAIL });
  }

  private async linked(
    token: string,
    documentId: string,
  ): Promise<{ agencyId: string; document: DocumentRef }> {
    const link = await this.portal.authorizeLink({ token });
    const visible = await documentsOf(this.tickets, link);
    const document = visible.find(({ id }) => id === documentId);
    if (!document) throw new AppError('DOCUMENT_NOT_FOUND', 'not-found');
    return { agencyId: link.agencyId, document };
  }

  @Post(':token/:form')
  @RouteConfig({ rateLimit: LINK_LIMIT })
  @Operation('submitLinkForm', 'Answer a form of a link', 'Works without JavaScript.')
  @ApiConsumes('application/x-www-form-urlencoded', 'multipart/form-data')
  @ApiResponse({ status: 303, description: 'Done; to the page with its notice.' })
  @ApiResponse({ status: 422, description: 'The page again, with its faults.', content: { 'text/html': {} } })
  async submit(
    @Param('token') token: string,
    @Param('form') form: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // Of a link that is over; the portal knows whose it was.
    if (form === RENEWAL) return this.answer(reply, await this.portal.submitForm({ token, form }));
    const link = await this.authorize(token);
    if (!link) return this.render(token, '', reply.header('connection', 'close'));
    const { fields, documents, faults } = await this.read(request, link);
    const answer = await this.portal.submitForm({
      token,
      form,
      fields: [...fields],
      documents: documents.map(({ field, file }) => ({ field, ref: file })),
      uploadProblems: faults.map(({ field, code }) => ({ field, code })),
      address: request.ip,
      userAgent: (request.headers['user-agent'] ?? '').slice(0, LONGEST_USER_AGENT),
    });
    await this.answer(reply, answer);
  }

  private async render(token: string, notice: string, reply: FastifyReply): Promise<void> {
    const { status, html } = await this.portal.renderPage({ token, notice });
    await sendPage(reply, status, html);
  }

  /** Nothing is read from someone without a link. */
  private async authorize(token: string): Promise<AuthorizeLinkResponse | undefined> {
    try {
      return await this.portal.authorizeLink({ token });
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not-found') return undefined;
      throw error;
    }
  }

  private async read(request: FastifyRequest, link: AuthorizeLinkResponse): Promise<Submission> {
    if (request.isMultipart()) {
      const { fields, stored, faults } = await receiveFiles(request, this.store, link.agencyId, {
        ...LIMITS,
        owner: `link:${link.missionId || link.correspondentId}`,
      });
      return { fields, documents: stored, faults };
    }
    if (!isForm(request)) throw new UnsupportedMediaTypeException();
    return { fields: fieldsOf(request.body), documents: [], faults: [] };
  }

  private async answer(reply: FastifyReply, { status, location, html }: SubmitFormResponse): Promise<void> {
    if (status === 303)
      await reply
        .status(303)
        .headers({ ...LINK_HEADERS, location })
        .send();
    else await sendPage(reply, status, html);
  }
}

/** A form sent with nothing in it may have no content type. */
function isForm({ headers }: FastifyRequest): boolean {
  return (headers['content-type'] ?? 'application/x-www-form-urlencoded').startsWith(
    'application/x-www-form-urlencoded',
  );
}

function fieldsOf(body: unknown): { name: string; value: string }[] {
  return Object.entries((body ?? {}) as Record<string, string | string[]>).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value })),
  );
}
