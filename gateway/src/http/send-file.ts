import type { StoredFile } from '@intervia/files';
import type { FileStore } from '@intervia/files';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Shown by browsers without running anything; the rest is saved. */
const SHOWN: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
]);

/** Streams a stored file. Whatever the file holds, the browser treats it as a dead document. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  store: FileStore,
  agencyId: string,
  file: StoredFile,
): Promise<void> {
  const etag = `"${file.sha256}"`;
  reply
    .header('etag', etag)
    .header('cache-control', 'private, no-cache')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .header('content-disposition', dispositionOf(file));
  if (request.headers['if-none-match'] === etag) {
    await reply.status(304).send();
    return;
  }
  const content = await store.open(agencyId, file.id);
  await reply.type(file.mediaType).header('content-length', file.size).send(content);
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
