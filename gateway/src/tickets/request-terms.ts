import { AppError } from '@intervia/messaging';

/** Paths of the contracts → paths of our requests, which are flatter and name documents by id. */
const RENAMED: readonly (readonly [RegExp, string])[] = [
  [/^draft\./, ''],
  [/\.reach\./, '.'],
  [/^manager(\.id)?$/, 'managerId'],
  [/^attachments\b/, 'attachmentIds'],
  [/^proofs\b/, 'proofIds'],
  [/^invoice$/, 'invoiceId'],
];

/** Rethrows an error of the tickets service with the fields of the request. */
export function inRequestTerms(error: unknown): never {
  if (!(error instanceof AppError) || error.fields.length === 0) throw error;
  const fields = error.fields.map(({ field, code }) => ({ field: fieldInRequest(field), code }));
  throw new AppError(error.code, error.kind, error.params, fields, { cause: error });
}

export function fieldInRequest(field: string): string {
  return RENAMED.reduce((path, [from, to]) => path.replace(from, to), field);
}
