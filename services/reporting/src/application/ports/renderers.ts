import type { Readable } from 'node:stream';
import type { Document } from '../../domain/archive.js';
import type { Dossier, DossierDocument } from '../dossier.js';

/** A picture small enough for a page, in JPEG. */
export interface Thumbnail {
  document: DossierDocument;
  jpeg: Buffer;
}

export abstract class SummaryRenderer {
  /** The summary as a PDF; the same dossier gives the same bytes. */
  abstract render(dossier: Dossier, thumbnails: readonly Thumbnail[]): Readable;
  abstract fileName(dossier: Dossier): string;
}

export abstract class ArchivePacker {
  /** All documents and the summary as a ZIP. `open` is called for one document at a time. */
  abstract pack(
    dossier: Dossier,
    summary: Document,
    open: (document: Document) => Promise<Readable>,
  ): Readable;
  abstract fileName(dossier: Dossier): string;
}

export abstract class ThumbnailMaker {
  /** Undefined for what is not a picture that we can read. */
  abstract make(document: Document, content: Readable): Promise<Buffer | undefined>;
  abstract accepts(document: Document): boolean;
}
