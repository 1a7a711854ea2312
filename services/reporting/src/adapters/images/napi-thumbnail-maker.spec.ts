import { describe, expect, it } from '@jest/globals';
import { Transformer } from '@napi-rs/image';
import { Logger } from '@nestjs/common';
import { imageSize } from 'image-size';
import { Readable } from 'node:stream';
import { aDocument } from '../../testing/builders.js';
import { NapiThumbnailMaker } from './napi-thumbnail-maker.js';

Logger.overrideLogger(false);

const maker = new NapiThumbnailMaker();

async function aPhoto(width: number, height: number): Promise<Buffer> {
  const pixels = new Uint8Array(width * height * 4).fill(200);
  return Transformer.fromRgbaPixels(pixels, width, height).png();
}

describe('thumbnails', () => {
  it.each([
    [1200, 800, 480, 320],
    [600, 1200, 180, 360],
    [300, 200, 300, 200],
  ])('%d × %d becomes %d × %d', async (width, height, smallWidth, smallHeight) => {
    const jpeg = await maker.make(aDocument(), Readable.from([await aPhoto(width, height)]));
    expect(imageSize(jpeg ?? Buffer.of())).toMatchObject({
      type: 'jpg',
      width: smallWidth,
      height: smallHeight,
    });
  });

  it('does without what is broken, or would fill the memory', async () => {
    expect(await maker.make(aDocument(), Readable.from([Buffer.from('not a picture')]))).toBeUndefined();
    const bomb = await aPhoto(10, 10);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect(await maker.make(aDocument(), Readable.from([bomb]))).toBeUndefined();
  });

  it('accepts the photos that it can read', () => {
    const types = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'];
    expect(types.map((mediaType) => maker.accepts(aDocument({ mediaType })))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(maker.accepts(aDocument({ size: 30_000_000 }))).toBe(false);
  });
});
