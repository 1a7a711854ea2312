import { AppError } from '@intervia/messaging';

/** Services answer with what was asked for, or with an error. */
export function there<T>(part: T | undefined): T {
  if (part === undefined) throw new AppError('INTERNAL', 'internal');
  return part;
}
