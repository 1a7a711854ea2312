import { describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { withHandOver } from './last-chunk.js';

describe('withHandOver', () => {
  const mail = ['Subject: x\r\n\r\n', 'Bonjour\r\n', ''].map((text) => Buffer.from(text));

  it('gives the bytes unchanged', async () => {
    const read = await buffer(Readable.from(withHandOver(Readable.from(mail), async () => undefined)));
    expect(read.equals(Buffer.concat(mail))).toBe(true);
  });

  it('keeps the end back until the hand-over is journaled, and for ever if it is not', async () => {
    const seen: Buffer[] = [];
    const read = async () => {
      const chunks = withHandOver(Readable.from(mail), () => Promise.reject(new Error('no journal')));
      for await (const chunk of chunks) seen.push(chunk);
    };
    await expect(read()).rejects.toThrow('no journal');
    expect(Buffer.concat(seen).length).toBeLessThan(Buffer.concat(mail).length);
  });

  it('hands nothing over of a mail that could not be written to its end', async () => {
    let handedOver = false;
    const broken = async function* () {
      yield Buffer.from('Subject: x');
      throw new Error('document not readable');
    };
    const read = async () => {
      const chunks = withHandOver(broken(), async () => {
        handedOver = true;
      });
      for await (const _ of chunks);
    };
    await expect(read()).rejects.toThrow('document not readable');
    expect(handedOver).toBe(false);
  });
});
