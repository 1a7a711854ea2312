import { ResizeFit, Transformer } from '@napi-rs/image';
import { Injectable, Logger } from '@nestjs/common';
import { imageSize } from 'image-size';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { ThumbnailMaker } from '../../application/ports/renderers.js';
import type { Document } from '../../domain/archive.js';

const READABLE: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);
const MAX_BYTES = 25 * 1024 * 1024;
/** Above, a small file may unpack to gigabytes. */
const MAX_PIXELS = 60_000_000;
/** Three in a row on a page, at twice the size of a screen. */
const WIDTH = 480;
const HEIGHT = 360;
const QUALITY = 72;

@Injectable()
export class NapiThumbnailMaker extends ThumbnailMaker {
  private readonly logger = new Logger(NapiThumbnailMaker.name);

  accepts({ mediaType, size }: Document): boolean {
    return READABLE.has(mediaType) && size <= MAX_BYTES;
  }

  async make(document: Document, content: Readable): Promise<Buffer | undefined> {
    const bytes = await buffer(content);
    try {
      const { width, height } = imageSize(bytes);
      if (width * height > MAX_PIXELS) return undefined;
      const picture = new Transformer(bytes).rotate();
      if (width > WIDTH || height > HEIGHT)
        picture.resize({ width: WIDTH, height: HEIGHT, fit: ResizeFit.Inside });
      return await picture.jpeg(QUALITY);
    } catch (error) {
      // A broken picture is in the archive all the same; the summary does without.
      this.logger.warn({ err: error, documentId: document.id }, 'no thumbnail');
      return undefined;
    }
  }
}
