import type { FileStore, StoredFile } from '@intervia/files';
import { AppError } from '@intervia/messaging';
import { isPicture, openWithoutPosition, toJpeg } from '@intervia/pictures';
import type { Frame } from '@intervia/pictures';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { buffer } from 'node:stream/consumers';

/** Shown by browsers without running anything; the rest is saved. */
const SHOWN: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
]);

/** Large enough for a whole screen, and small enough for a telephone in a cellar. */
export const WHOLE = { width: 2_000, height: 2_000 };
export const THUMBNAIL = { width: 320, height: 240, quality: 70 };

/** Streams a stored file. Whatever the file holds, the browser treats it as a dead document. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  store: FileStore,
  agencyId: string,
  file: StoredFile,
): Promise<void> {
  if (await isKnown(request, reply, file, file.sha256)) return;
  const content = await store.open(agencyId, file.id);
  await reply.type(file.mediaType).header('content-length', file.size).send(content);
}

/** To somebody outside of the agency: a photo says no more where it was taken. */
export async function sendFileOutside(
  request: FastifyRequest,
  reply: FastifyReply,
  store: FileStore,
  agencyId: string,
  file: StoredFile,
): Promise<void> {
  if (await isKnown(request, reply, file, `${file.sha256}-outside`)) return;
  const content = await openWithoutPosition(file, () => store.open(agencyId, file.id));
  await reply.type(file.mediaType).header('content-length', file.size).send(content);
}

/** A photo as a JPEG, which every browser shows, without any metadata. 404 of what none can be made of. */
export async function sendPicture(
  request: FastifyRequest,
  reply: FastifyReply,
  store: FileStore,
  { agencyId, file, frame }: { agencyId: string; file: StoredFile; frame: Frame },
): Promise<void> {
  const name = `${file.name.replace(/\.[^.]*$/, '')}.jpg`;
  const seen = { name, mediaType: 'image/jpeg' };
  if (await isKnown(request, reply, seen, `${file.sha256}-${frame.width}`)) return;
  const jpeg = isPicture(file)
    ? await toJpeg(await buffer(await store.open(agencyId, file.id)), file.mediaType, frame)
    : undefined;
  if (!jpeg) throw new AppError('DOCUMENT_NOT_FOUND', 'not-found');
  await reply.type(seen.mediaType).header('content-length', jpeg.length).send(jpeg);
}

/** Whether the reader holds it already, and was told so. */
async function isKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  file: Pick<StoredFile, 'name' | 'mediaType'>,
  state: string,
): Promise<boolean> {
  const etag = `"${state}"`;
  reply
    .header('etag', etag)
    .header('cache-control', 'private, no-cache')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .header('content-disposition', dispositionOf(file));
  if (request.headers['if-none-match'] !== etag) return false;
  await reply.status(304).send();
  return true;
}

/** RFC 6266: a plain name for old readers, the true one in UTF-8. */
export function dispositionOf({ name, mediaType }: Pick<StoredFile, 'name' | 'mediaType'>): string {
  const kind = SHOWN.has(mediaType) ? 'inline' : 'attachment';
  const plain = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
