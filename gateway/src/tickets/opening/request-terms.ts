import { AppError } from '@intervia/messaging';
import { InvalidRequest } from '../../http/problem.js';

/** Paths of the contracts → paths of our requests, which are flatter and name documents by id. */
const RENAMED: readonly (readonly [RegExp, string])[] = [
  [/^(draft|settings)\./, ''],
  [/(^|\.)reach\./, '$1'],
  [/^manager(\.id)?$/, 'managerId'],
  [/^attachments\b/, 'attachmentIds'],
  [/^addedAttachments\b/, 'addedAttachmentIds'],
  [/^defaultAttachments\b/, 'defaultAttachmentIds'],
  [/^documents\b/, 'documentIds'],
  [/\bphotos\b/, 'photoIds'],
  [/^quotes\b/, 'quoteIds'],
  [/^signedCopy$/, 'signedCopyId'],
  [/^proofs\b/, 'proofIds'],
  [/^invoice$/, 'invoiceId'],
];

/** Rethrows an error of the tickets service with the fields of the request; the gateway's own have them already. */
export function inRequestTerms(error: unknown): never {
  if (!(error instanceof AppError) || error instanceof InvalidRequest || error.fields.length === 0)
    throw error;
  const fields = error.fields.map(({ field, code }) => ({ field: fieldInRequest(field), code }));
  throw new AppError(error.code, error.kind, error.params, fields, { cause: error });
}

export function fieldInRequest(field: string): string {
  return RENAMED.reduce((path, [from, to]) => path.replace(from, to), field);
}
