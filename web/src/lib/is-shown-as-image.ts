import type { DocumentRef } from '../api/types.js';

/** What every browser draws; HEIC is a picture that most do not. */
const DRAWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

export function isShownAsImage({ mediaType }: Pick<DocumentRef, 'mediaType'>): boolean {
  return DRAWN.has(mediaType);
}
