import type { DocumentRef } from '../api/types.js';

/** What every browser draws. */
const DRAWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);
/** Photos of telephones that most browsers do not draw: the gateway makes a JPEG of them beside the original. */
const CONVERTED: ReadonlySet<string> = new Set(['image/heic', 'image/heif', 'image/avif']);

type Kind = Pick<DocumentRef, 'mediaType'>;

export function isShownAsImage({ mediaType }: Kind): boolean {
  return DRAWN.has(mediaType) || CONVERTED.has(mediaType);
}

/** Where a browser finds a picture that it can draw, given where the original is. */
export function pictureUrl({ mediaType }: Kind, original: string): string {
  return CONVERTED.has(mediaType) ? `${original}/preview` : original;
}
