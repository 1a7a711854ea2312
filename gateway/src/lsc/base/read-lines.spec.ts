import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { RawLine } from './read-lines.js';
import { readLines, unpacked } from './read-lines.js';

const textOf = ({ number, bytes }: RawLine): string => `${String(number)}:${bytes?.toString() ?? '–'}`;

async function linesOf(source: Readable): Promise<string[]> {
  const lines: string[] = [];
  try {
    for await (const line of readLines(source)) lines.push(textOf(line));
  } catch (error) {
    lines.push((error as { code: string }).code);
  }
  return lines;
}

const pieces = (...texts: string[]) => Readable.from(texts.map((text) => Buffer.from(text)));

/** As a request would give them. */
function sent(bytes: Buffer): IncomingMessage {
  const stream = new PassThrough();
  stream.end(bytes);
  return Object.assign(stream, { complete: true }) as unknown as IncomingMessage;
}

describe('lines of a body', () => {
  it('are found however the bytes come, the last one without its end too', async () => {
    expect(await linesOf(pieces('a\nb', 'c\n', '\nd'))).toEqual(['1:a', '2:bc', '3:', '4:d']);
    expect(await linesOf(pieces(''))).toEqual([]);
  });

  it('that are too long are passed over, and those after them are read', async () => {
    const long = Array.from({ length: 50 }, () => 'x'.repeat(100_000));
    expect(await linesOf(pieces('a\n', ...long, '\nb\n'))).toEqual(['1:a', '2:–', '3:b']);
    expect(await linesOf(pieces(...long))).toEqual(['1:–']);
  });

  it('come out of a gzip, up to where it was cut', async () => {
    const whole = Array.from({ length: 20_000 }, (_, at) => `${String(at)} ${String(at * 7919)}`).join('\n');
    const packed = gzipSync(whole);
    expect(await linesOf(unpacked(sent(packed), 'gzip'))).toHaveLength(20_000);
    const cut = await linesOf(unpacked(sent(packed.subarray(0, packed.length / 2)), 'gzip'));
    expect(cut.length).toBeGreaterThan(100);
    expect(cut.length).toBeLessThan(20_000);
    expect(cut.at(-1)).toBe('IMPORT_BODY_BROKEN');
    expect(await linesOf(unpacked(sent(Buffer.from('no gzip')), 'gzip'))).toEqual(['IMPORT_BODY_BROKEN']);
  });
});
