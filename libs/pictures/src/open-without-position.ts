import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { withoutPosition } from './position.js';

/** Above, it is no photo of a telephone, and not held in memory. */
const MOST_BYTES = 50 * 1024 * 1024;

/** A document for somebody outside of the agency: photos without their position, of the same length; the rest as stored. */
export async function openWithoutPosition(
  { mediaType, size }: { readonly mediaType: string; readonly size: number },
  open: () => Promise<Readable>,
): Promise<Readable> {
  const content = await open();
  if (!mediaType.startsWith('image/') || size > MOST_BYTES) return content;
  return Readable.from([withoutPosition(await buffer(content))]);
}
