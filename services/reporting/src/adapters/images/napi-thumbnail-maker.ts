import { isPicture, toJpeg } from '@intervia/pictures';
import { Injectable, Logger } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ThumbnailMaker } from '../../application/ports/renderers.js';
import type { Document } from '../../domain/archive.js';

/** Three in a row on a page, at twice the size of a screen. */
const FRAME = { width: 480, height: 360, quality: 72 };

@Injectable()
export class NapiThumbnailMaker extends ThumbnailMaker {
  private readonly logger = new Logger(NapiThumbnailMaker.name);

  accepts(document: Document): boolean {
    return isPicture(document);
  }

  async make(document: Document, content: Readable): Promise<Buffer | undefined> {
    const picture = await toJpeg(await buffer(content), document.mediaType, FRAME);
    // It is in the archive all the same; the summary does without.
    if (!picture) this.logger.warn({ documentId: document.id }, 'no thumbnail');
    return picture;
  }
}
