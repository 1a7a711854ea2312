import type { DocumentRef, PropertyFile } from '@intervia/contracts';
import { PropertyFilesService } from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFile } from '../http/send-file.js';
import { Operation, Problems, Streams } from '../openapi/decorators.js';
import { callerOf } from '../session/caller.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { demandRead } from './property-access.js';

/** How each kind of file is asked for. */
const ASKED = {
  parties: (id: string) => ({ partyIds: [id] }),
  buildings: (id: string) => ({ buildingIds: [id] }),
  units: (id: string) => ({ unitIds: [id] }),
  mandates: (id: string) => ({ mandateIds: [id] }),
  leases: (id: string) => ({ leaseIds: [id] }),
} as const;

type Kind = keyof typeof ASKED;

@ApiTags('Property files')
@Controller('api/property/files')
export class PropertyDocumentsController {
  private readonly files: ServiceClient<typeof PropertyFilesService>;

  constructor(
    bus: BusClient,
    private readonly store: FileStore,
  ) {
    this.files = bus.service(PropertyFilesService);
  }

  @Get(':kind/:id/documents/:documentId')
  @ApiParam({ name: 'kind', enum: Object.keys(ASKED) })
  @Operation(
    'downloadPropertyDocument',
    'Download a document of a file',
    'Of a party, building, unit, mandate or lease.',
  )
  @Streams('application/pdf', 'image/*', 'application/octet-stream')
  @Problems('FORBIDDEN_ACTION', 'DOCUMENT_NOT_FOUND')
  async document(
    @Me() me: SignedIn,
    @Param('kind') kind: string,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    demandRead(me);
    if (!isKind(kind)) throw new AppError('DOCUMENT_NOT_FOUND', 'not-found');
    const { files } = await this.files.getPropertyFiles({ caller: callerOf(me), ...ASKED[kind](id) });
    const document = documentsOf(files[0]).find((each) => each.id === documentId);
    if (!document) throw new AppError('DOCUMENT_NOT_FOUND', 'not-found');
    await sendFile(request, reply, this.store, me.agencyId, document);
  }
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(ASKED, kind);
}

function documentsOf(file: PropertyFile | undefined): DocumentRef[] {
  const value = file?.file.value;
  const documents = value && 'documents' in value ? value.documents : [];
  return documents.flatMap(({ document }) => document ?? []);
}
