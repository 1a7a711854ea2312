import { describe, expect, it } from '@jest/globals';
import { Transformer } from '@napi-rs/image';
import { imageSize } from 'image-size';
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { isPicture, toJpeg } from './pictures.js';
import { withoutPosition } from './position.js';

const sample = (name: string): Buffer => readFileSync(new URL(`samples/${name}`, import.meta.url));
const drawn = (width = 64, height = 48): Transformer =>
  Transformer.fromRgbaPixels(new Uint8Array(width * height * 4).fill(120), width, height);
/** Read by a library that did not write it. */
const exifOf = async (photo: Buffer) => (await new Transformer(photo).metadata(true)).exif ?? {};

const TIFF = sample('gps.jpg')
  .subarray(sample('gps.jpg').indexOf('Exif\0\0') + 6)
  .subarray(0, 400);

describe('a photo that leaves', () => {
  it('has lost its position, and nothing else', async () => {
    const photo = sample('gps.jpg');
    expect(Object.keys(await exifOf(photo)).join()).toMatch(/GPS latitude/);
    const left = withoutPosition(photo);
    expect(left.length).toBe(photo.length);
    const exif = await exifOf(left);
    expect(Object.keys(exif).filter((name) => /latitude|longitude/i.test(name))).toEqual([]);
    expect(exif).toMatchObject({ Manufacturer: 'Apple' });
    expect(await new Transformer(left).rawPixels()).toEqual(await new Transformer(photo).rawPixels());
  });

  it('loses what XMP says of it', () => {
    const xmp =
      '<rdf exif:GPSLatitude="45,45.0N" exif:GPSLongitude=\'4,50E\'><exif:GPSAltitude>170</exif:GPSAltitude>';
    const left = withoutPosition(Buffer.from(xmp)).toString();
    expect(left).toHaveLength(xmp.length);
    expect(left).not.toMatch(/45,45|4,50|170/);
  });

  it('is a sound PNG still', async () => {
    const png = await drawn().png();
    const chunk = Buffer.concat([Buffer.from('eXIf'), TIFF]);
    const sealed = Buffer.alloc(chunk.length + 8);
    sealed.writeUInt32BE(TIFF.length, 0);
    chunk.copy(sealed, 4);
    sealed.writeUInt32BE(crc32(chunk), chunk.length + 4);
    const located = Buffer.concat([png.subarray(0, 33), sealed, png.subarray(33)]);
    const left = withoutPosition(located);
    expect(left.equals(located)).toBe(false);
    const end = 33 + 8 + TIFF.length;
    expect(left.readUInt32BE(end)).toBe(crc32(left.subarray(37, end)));
    expect(await new Transformer(left).rawPixels()).toEqual(await drawn().rawPixels());
  });

  it('is looked through so far and no further, whoever filled it with blocks', () => {
    const block = Buffer.concat([Buffer.from('Exif\0\0'), TIFF]);
    const crowd = Buffer.concat(Array.from({ length: 200 }, () => block));
    const left = withoutPosition(crowd);
    const touched = Array.from({ length: 200 }, (_, n) => n * block.length).filter(
      (at) => !left.subarray(at, at + block.length).equals(block),
    );
    expect(touched).toHaveLength(64);
  });

  it('comes back as it is where it has none, and never fails over broken offsets', () => {
    const none = Buffer.from('no photo at all');
    expect(withoutPosition(none)).toBe(none);
    for (let at = 0; at < TIFF.length; at += 1) {
      const broken = Buffer.concat([Buffer.from('Exif\0\0'), TIFF]);
      broken[6 + at] = 0xff;
      expect(withoutPosition(broken)).toHaveLength(broken.length);
      expect(withoutPosition(broken.subarray(0, at))).toHaveLength(at);
    }
  });
});

describe('a picture made visible', () => {
  const FRAME = { width: 32, height: 32 };

  it.each(['image/avif', 'image/png', 'image/webp', 'image/jpeg'] as const)('of %s', async (mediaType) => {
    const write = {
      'image/avif': () => drawn().avif(),
      'image/png': () => drawn().png(),
      'image/webp': () => drawn().webp(),
      'image/jpeg': () => drawn().jpeg(),
    };
    const jpeg = await toJpeg(await write[mediaType](), mediaType, FRAME);
    expect(imageSize(jpeg ?? Buffer.of())).toMatchObject({ type: 'jpg', width: 32, height: 24 });
  });

  it('carries no metadata', async () => {
    const jpeg = await toJpeg(sample('gps.jpg'), 'image/jpeg', { width: 400, height: 400 });
    expect(jpeg?.includes('Exif')).toBe(false);
  });

  it('is none of what is broken, would fill the memory, or is no photo', async () => {
    expect(await toJpeg(Buffer.from('broken'), 'image/heic', FRAME)).toBeUndefined();
    const bomb = await drawn().png();
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect(await toJpeg(bomb, 'image/png', FRAME)).toBeUndefined();
    expect(isPicture({ mediaType: 'application/pdf', size: 10 })).toBe(false);
    expect(isPicture({ mediaType: 'image/heic', size: 26 * 1024 * 1024 })).toBe(false);
    expect(isPicture({ mediaType: 'image/heic', size: 10 })).toBe(true);
  });
});
