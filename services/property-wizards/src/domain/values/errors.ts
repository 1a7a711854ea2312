import type { FieldError } from '@intervia/rules';
import { AppError } from '@intervia/rules';

// Codes are told in proto/intervia/property/v1.

/** Also for another agency's draft, so that an id tells nothing. */
export const draftNotFound = (): AppError => new AppError('DRAFT_NOT_FOUND', 'not-found');

export const invalidRequest = (fields: readonly FieldError[]): AppError =>
  new AppError('INVALID_REQUEST', 'invalid', {}, fields);
