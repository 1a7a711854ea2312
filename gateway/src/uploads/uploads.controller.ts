import { DOCUMENT_TYPES, FileStore } from '@intervia/files';
import type { StoredFile } from '@intervia/files';
import { Controller, Post, Req, UnsupportedMediaTypeException } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { InvalidRequest } from '../http/problem.js';
import { Problems } from '../openapi/decorators.js';
import { demandAny } from '../session/rights.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { receiveFiles } from './receive-files.js';

const LIMITS = { files: 20, fileBytes: 25 * 1024 * 1024, accept: DOCUMENT_TYPES };

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
@Controller('api/uploads')
export class UploadsController {
  constructor(private readonly store: FileStore) {}

  @Post()
  @ApiOperation({
    summary: 'Send documents; all or none',
    description: 'At most 20 files of 25 MB each: PDF, images, office documents. Faults are told per file.',
  })
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
    if (!request.isMultipart()) throw new UnsupportedMediaTypeException();
    const { stored, faults } = await receiveFiles(request, this.store, me.agencyId, LIMITS);
    if (faults.length > 0) throw new InvalidRequest(faults, 'UPLOAD_REFUSED');
    if (stored.length === 0) throw new InvalidRequest([{ field: 'files', code: 'NO_FILE' }], 'NO_FILE');
    return { documents: stored.map(({ file }) => file) };
  }
}
