import { describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { withHandOver } from './last-chunk.js';

describe('withHandOver', () => {
  const mail = Buffer.from('Subject: x\r\n\r\nBonjour\r\n');

  it('gives the bytes unchanged', async () => {
    const read = await buffer(Readable.from(withHandOver(mail, async () => undefined)));
    expect(read.equals(mail)).toBe(true);
  });

  it('keeps the end back until the hand-over is journaled, and for ever if it is not', async () => {
    const seen: Buffer[] = [];
    const read = async () => {
      for await (const chunk of withHandOver(mail, () => Promise.reject(new Error('no journal'))))
        seen.push(chunk);
    };
    await expect(read()).rejects.toThrow('no journal');
    expect(Buffer.concat(seen).length).toBeLessThan(mail.length);
  });
});
