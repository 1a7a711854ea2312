import { createReadStream } from 'node:fs';

/** All but tabulator, line feed, form feed and carriage return: no program writes them into a text. */
const CONTROLS = /[\x00-\x08\x0b\x0e-\x1f\x7f]/;
/** No letter in windows-1252 (WHATWG Encoding, index windows-1252). */
const NOT_IN_WINDOWS_1252 = /[\x81\x8d\x8f\x90\x9d]/;

/**
 * Whether a file is text as people's programs save it: UTF-8, UTF-16 with its mark (Notepad's "Unicode"), or
 * windows-1252 (French Excel's CSV). One pass, bounded memory.
 */
export async function isText(path: string): Promise<boolean> {
  let candidates: Candidate[] | undefined;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    candidates = (candidates ?? candidatesOf(chunk)).filter((candidate) => candidate.takes(chunk));
    if (candidates.length === 0) return false;
  }
  return (candidates ?? []).some((candidate) => candidate.ends());
}

interface Candidate {
  takes(chunk: Buffer): boolean;
  ends(): boolean;
}

function candidatesOf(beginning: Buffer): Candidate[] {
  if (beginning.length >= 2 && beginning.readUInt16BE(0) === 0xfffe) return [decodable('utf-16le', isPlain)];
  if (beginning.length >= 2 && beginning.readUInt16BE(0) === 0xfeff) return [decodable('utf-16be', isPlain)];
  return [decodable('utf-8', hasNoNul), windows1252()];
}

const hasNoNul = (text: string): boolean => !text.includes('\0');
const isPlain = (text: string): boolean => !CONTROLS.test(text);

function decodable(encoding: string, accepts: (text: string) => boolean): Candidate {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decodes = (decode: () => string): boolean => {
    try {
      return accepts(decode());
    } catch {
      return false;
    }
  };
  return {
    takes: (chunk) => decodes(() => decoder.decode(chunk, { stream: true })),
    ends: () => decodes(() => decoder.decode()),
  };
}

const windows1252 = (): Candidate => ({
  takes: (chunk) => {
    const text = chunk.toString('latin1');
    return isPlain(text) && !NOT_IN_WINDOWS_1252.test(text);
  },
  ends: () => true,
});
