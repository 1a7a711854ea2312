import type { StoredFile } from '@intervia/files';
import { Controller, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CLIENT_LIMIT } from '../http/rate-limits.js';
import { Operation, Problems } from '../openapi/decorators.js';
import { demandAny } from '../session/rights.js';
import { ForClients, Me, MeAsClient } from '../session/session.guard.js';
import type { SignedIn, SignedInClient } from '../session/sessions.js';
import { Uploads } from './uploads.js';

class DocumentDto implements StoredFile {
  @ApiProperty({ description: 'To be named in a command, e.g. in attachmentIds.' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ description: 'Found in the bytes.' })
  mediaType!: string;
  @ApiProperty({ description: 'Bytes.' })
  size!: number;
  @ApiProperty()
  sha256!: string;
}

class UploadedDto {
  @ApiProperty({ type: [DocumentDto] })
  documents!: DocumentDto[];
}

class UploadForm {
  @ApiProperty({ type: 'array', maxItems: 20, items: { type: 'string', format: 'binary' } })
  files!: unknown[];
}

@ApiTags('Documents')
@Controller('api')
export class UploadsController {
  constructor(private readonly uploads: Uploads) {}

  @Post('uploads')
  @Operation(
    'uploadDocuments',
    'Upload documents',
    'At most 20 files of 25 MB each: PDF, images, office documents. Faults are told per file.',
  )
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadForm })
  @ApiCreatedResponse({ type: UploadedDto })
  @Problems(
    'SIGN_IN_REQUIRED',
    'CSRF_TOKEN_INVALID',
    'FORBIDDEN_ACTION',
    'UPLOAD_REFUSED',
    'PAYLOAD_TOO_LARGE',
  )
  async upload(@Me() me: SignedIn, @Req() request: FastifyRequest): Promise<UploadedDto> {
    demandAny(me, ['create', 'edit']);
    return this.uploads.receive(request, me);
  }

  @Post('client/uploads')
  @ForClients()
  @RouteConfig({ rateLimit: CLIENT_LIMIT })
  @Operation(
    'uploadClientDocuments',
    'Upload documents of a client’s request',
    'All or none. At most 20 files of 25 MB each: PDF, images, office documents.',
  )
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadForm })
  @ApiCreatedResponse({ type: UploadedDto })
  @Problems('SIGN_IN_REQUIRED', 'CSRF_TOKEN_INVALID', 'UPLOAD_REFUSED', 'PAYLOAD_TOO_LARGE')
  async uploadOfClient(
    @MeAsClient() me: SignedInClient,
    @Req() request: FastifyRequest,
  ): Promise<UploadedDto> {
    return this.uploads.receive(request, me);
  }
}
