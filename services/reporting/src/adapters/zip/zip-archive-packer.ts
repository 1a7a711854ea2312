import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Dossier, DossierDocument } from '../../application/dossier.js';
import { ArchivePacker } from '../../application/ports/renderers.js';
import type { Document } from '../../domain/archive.js';
import { EntryNames } from '../../domain/entry-names.js';
import { folders, ticketCode } from '../fr.js';

/** Other types are packed already: deflating them again costs time and gains nothing. */
const COMPRESSIBLE: ReadonlySet<string> = new Set([
  'text/plain',
  'application/rtf',
  'application/x-cfb',
  'image/tiff',
]);
/** Where a date is unknown, always the same one: the bytes must not depend on the day of the build. */
const NO_DATE = new Date('2000-01-01T00:00:00Z');

@Injectable()
export class ZipArchivePacker extends ArchivePacker {
  fileName(dossier: Dossier): string {
    return `documents-${ticketCode(dossier)}.zip`;
  }

  pack(dossier: Dossier, summary: Document, open: (document: Document) => Promise<Readable>): Readable {
    const zip = new ZipFile();
    const output = zip.outputStream as Readable;
    const names = new EntryNames();
    const root = ticketCode(dossier);
    zip.on('error', (error: Error) => output.destroy(error));
    const add = (document: Document, folder: string, mtime: Date) => {
      const options = { mtime, size: document.size, compress: COMPRESSIBLE.has(document.mediaType) };
      zip.addReadStreamLazy(names.claim(folder, document.name), options, (give) => {
        // Opened when its turn comes, so that a ticket of 200 photos holds one file open.
        open(document).then(
          (stream) => {
            // yazl leaves the errors of its sources to us, and their end when nobody reads on.
            stream.once('error', (error) => output.destroy(error));
            output.once('close', () => stream.destroy());
            give(null, stream);
          },
          (error: Error) => output.destroy(error),
        );
      });
    };
    add(summary, root, dossier.closedAt ?? NO_DATE);
    for (const document of dossier.documents) {
      if (!document.missing) add(document, `${root}/${folderOf(document)}`, document.addedAt ?? NO_DATE);
    }
    zip.end();
    return output;
  }
}

function folderOf({ kind }: DossierDocument): string {
  return folders[kind] ?? folders.OTHER;
}
