import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FileStore, StagedFile, StoredFile } from '@intervia/files';
import { AppError } from '@intervia/messaging';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { FieldFault } from '../http/problem.js';
import { isSoundText } from '../http/sound-input.js';
import { PayloadTooLarge } from './payload-too-large.js';

export interface UploadLimits {
  readonly files: number;
  readonly fileBytes: number;
  /** Whose they are. */
  readonly owner?: string;
  readonly accept: readonly string[];
  /** What is kept of a request in which one file is refused: none, or the others, for a form that shows them again. */
  readonly besideRefused: 'none' | 'the-others';
}

export interface Received {
  readonly stored: readonly { readonly field: string; readonly file: StoredFile }[];
  /** Text fields of the form. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly faults: readonly FieldFault[];
}

const MEGABYTE = 1024 * 1024;
const TEXT_FIELDS = 50;
const TEXT_BYTES = 20_000;

/**
 * Streams the files of a multipart request into the store, one after the other; nothing is buffered.
 * A refused file does not stop the others, so that all faults are told at once.
 */
export async function receiveFiles(
  request: FastifyRequest,
  store: FileStore,
  agencyId: string,
  limits: UploadLimits,
): Promise<Received> {
  refuseOversized(request, limits);
  const staged: { field: string; upload: StagedFile }[] = [];
  const fields: { name: string; value: string }[] = [];
  const faults: FieldFault[] = [];
  let files = 0;
  try {
    for await (const part of partsOf(request, limits)) {
      if (part.type === 'field') {
        const value = textOf(part.value);
        if (isSoundText(value)) fields.push({ name: part.fieldname, value });
        else faults.push({ field: part.fieldname, code: 'INVALID_CHARACTER' });
      } else if (!part.filename) {
        // A file input left empty is sent as a nameless empty file.
        part.file.resume();
      } else if (++files > limits.files) {
        part.file.resume();
      } else {
        const outcome = await stage(part, store, agencyId, limits);
        if ('code' in outcome) faults.push(outcome);
        else staged.push({ field: part.fieldname, upload: outcome });
      }
    }
    if (files > limits.files)
      faults.push({ field: 'files', code: 'TOO_MANY_FILES', params: { max: String(limits.files) } });
    if (faults.length > 0 && limits.besideRefused === 'none') return { stored: [], fields, faults };
    for (const { upload } of staged) await upload.keep();
    return { stored: staged.map(({ field, upload }) => ({ field, file: upload.file })), fields, faults };
  } catch (error) {
    throw isCutOff(error) ? new MalformedUpload() : error;
  } finally {
    await Promise.all(staged.map(({ upload }) => upload.drop()));
  }
}

function partsOf(request: FastifyRequest, limits: UploadLimits): AsyncIterableIterator<Multipart> {
  return request.parts({
    limits: {
      // One more than allowed, so that the excess is seen and told.
      fileSize: limits.fileBytes + 1,
      files: limits.files * 2,
      fields: TEXT_FIELDS,
      fieldSize: TEXT_BYTES,
      fieldNameSize: 100,
      headerPairs: 20,
    },
  });
}

async function stage(
  part: MultipartFile,
  store: FileStore,
  agencyId: string,
  limits: UploadLimits,
): Promise<StagedFile | FieldFault> {
  // Leaving the iterator must not destroy the part: the parser would stop there.
  const content = Readable.from(part.file.iterator({ destroyOnReturn: false }));
  try {
    return await store.stage(agencyId, part.filename, content, {
      maxBytes: limits.fileBytes,
      accept: limits.accept,
      ...(limits.owner === undefined ? {} : { owner: limits.owner }),
    });
  } catch (error) {
    const fault = faultOf(error, part, limits);
    if (!fault) throw error;
    part.file.resume();
    return fault;
  }
}

/** What the reader of multipart forms says, without a code, when a request ends before its form does. */
const CUT_OFF = /unexpected end|terminated early/i;

function isCutOff(error: unknown): boolean {
  return error instanceof Error && CUT_OFF.test(error.message);
}

class MalformedUpload extends AppError.of('MALFORMED_UPLOAD', 'invalid') {}

const TELLABLE: ReadonlySet<string> = new Set([
  'FILE_TOO_LARGE',
  'FILE_TYPE_REFUSED',
  'FILE_EMPTY',
  'FILE_INFECTED',
]);

function faultOf(error: unknown, part: MultipartFile, limits: UploadLimits): FieldFault | undefined {
  const { code } = (error ?? {}) as { code?: string };
  if (!code || !TELLABLE.has(code)) return undefined;
  const max = String(Math.floor(limits.fileBytes / MEGABYTE));
  return { field: part.fieldname, code, params: { name: part.filename, max } };
}

/** Whole files over the limit are cut off above; this refuses what is too big altogether before reading it. */
function refuseOversized(request: FastifyRequest, limits: UploadLimits): void {
  const most = limits.files * limits.fileBytes + TEXT_FIELDS * TEXT_BYTES + MEGABYTE;
  if (Number(request.headers['content-length'] ?? 0) > most) throw new PayloadTooLarge();
  let seen = 0;
  request.raw.on('data', (chunk: Buffer) => {
    seen += chunk.length;
    // The length was not told or was a lie: nobody honest is waiting for an answer.
    if (seen > most) request.raw.destroy();
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
