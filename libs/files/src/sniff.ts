import { fileTypeFromFile } from 'file-type';
import { createReadStream } from 'node:fs';

const UNKNOWN_TYPE = 'application/octet-stream';

/** The media type that the bytes show. Text has no signature: it is what decodes as UTF-8 and holds no NUL. */
export async function sniff(path: string): Promise<string> {
  const found = await fileTypeFromFile(path);
  if (found) return found.mime;
  return (await isText(path)) ? 'text/plain' : UNKNOWN_TYPE;
}

async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (chunk.includes(0)) return false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}
