import { UPLOAD_LIMITS } from '@intervia/rules';
import type { StoredFile } from '@intervia/files';
import { DOCUMENT_TYPES, FileStore } from '@intervia/files';
import { Injectable, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InvalidRequest } from '../http/problem.js';
import { receiveFiles } from './receive-files.js';
import type { Namer } from './documents.js';
import { ownerKey } from './documents.js';
import type { UploadLimits } from './receive-files.js';

const LIMITS: UploadLimits = {
  files: UPLOAD_LIMITS.files,
  fileBytes: UPLOAD_LIMITS.bytes,
  accept: DOCUMENT_TYPES,
  besideRefused: 'none',
};

/** Documents sent by people who are signed in: all of a request, or none. */
@Injectable()
export class Uploads {
  constructor(private readonly store: FileStore) {}

  /** @throws UPLOAD_REFUSED, NO_FILE, PAYLOAD_TOO_LARGE */
  async receive(request: FastifyRequest, me: Namer): Promise<{ documents: StoredFile[] }> {
    if (!request.isMultipart()) throw new UnsupportedMediaTypeException();
    const { stored, faults } = await receiveFiles(request, this.store, me.agencyId, {
      ...LIMITS,
      owner: ownerKey(me),
    });
    if (faults.length > 0) throw new InvalidRequest(faults, 'UPLOAD_REFUSED');
    if (stored.length === 0) throw new InvalidRequest([{ field: 'files', code: 'NO_FILE' }], 'NO_FILE');
    return { documents: stored.map(({ file }) => file) };
  }
}
