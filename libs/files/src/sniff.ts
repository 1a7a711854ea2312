import { fileTypeFromFile } from 'file-type';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { isText } from './is-text.js';

const UNKNOWN_TYPE = 'application/octet-stream';
const PDF = 'application/pdf';
/** ISO 32000-1, annex H.3.4.1: readers take a header within the first 1,024 bytes. */
const PDF_HEADER_WITHIN = 1_024;
/** ISO 32000-1, 7.5.5: the end of a PDF tells where to begin; some programs append to it. */
const PDF_END_WITHIN = 64 * 1_024;

/** The media type that the bytes show. Text has no signature (`isText`); a PDF without its end is none. */
export async function sniff(path: string): Promise<string> {
  const found = await fileTypeFromFile(path);
  const file = await open(path);
  try {
    if (found?.mime === PDF || (!found && (await hasPdfHeader(file))))
      return (await hasPdfEnd(file)) ? PDF : UNKNOWN_TYPE;
    if (found) return found.mime;
    return (await isText(path)) ? 'text/plain' : UNKNOWN_TYPE;
  } finally {
    await file.close();
  }
}

async function read(file: FileHandle, length: number, position: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

const hasPdfHeader = async (file: FileHandle): Promise<boolean> =>
  (await read(file, PDF_HEADER_WITHIN, 0)).includes('%PDF-');

async function hasPdfEnd(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  const end = await read(file, PDF_END_WITHIN, Math.max(0, size - PDF_END_WITHIN));
  return end.includes('%%EOF') || end.includes('startxref');
}
