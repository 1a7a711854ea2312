import { describe, expect, it } from '@jest/globals';
import { imageSize } from 'image-size';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { toJpeg } from './pictures.js';

const photo = readFileSync(new URL('samples/photo.heic', import.meta.url));
const hasProgram = !spawnSync('heif-convert', ['--help']).error;

describe('a telephone’s HEIC photo', () => {
  it(hasProgram ? 'becomes a JPEG' : 'stays what it is without heif-convert', async () => {
    const jpeg = await toJpeg(photo, 'image/heic', { width: 48, height: 48 });
    expect(jpeg && imageSize(jpeg)).toEqual(hasProgram ? { type: 'jpg', width: 48, height: 32 } : undefined);
  });
});
