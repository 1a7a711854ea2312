import { Injectable } from '@nestjs/common';
import { inParis } from '@intervia/french';
import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import type { TransformCallback } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Dossier, DossierDocument } from '../../application/dossier.js';
import { ArchivePacker } from '../../application/ports/renderers.js';
import type { Document } from '../../domain/archive.js';
import { EntryNames } from '../../domain/entry-names.js';
import { folders, ticketCode } from '../fr.js';
import { manifestOf } from './manifest.js';
import type { Packed } from './manifest.js';

/** Where a date is unknown, always the same one: the bytes must not depend on the day of the build. */
const NO_DATE = new Date('2000-01-01T00:00:00Z');

const MANIFEST = 'manifeste.json';
const NOTHING: Packed = { path: '', size: 0, sha256: '' };

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
    const packed = new Map<string, Packed>();
    zip.on('error', (error: Error) => output.destroy(error));
    const add = (document: Document, folder: string, at: Date) => {
      const path = names.claim(folder, document.name);
      zip.addReadStreamLazy(path, { ...stampOf(at), size: document.size, compress: false }, (give) => {
        // Opened when its turn comes, so that a ticket of 200 photos holds one file open.
        open(document).then(
          (stream) => {
            const measured = new Measured((size, sha256) => packed.set(document.id, { path, size, sha256 }));
            // yazl leaves the errors of its sources to us, and their end when nobody reads on.
            stream.once('error', (error) => output.destroy(error));
            output.once('close', () => stream.destroy());
            give(null, stream.pipe(measured));
          },
          (error: Error) => output.destroy(error),
        );
      });
    };
    const closedAt = dossier.closedAt ?? NO_DATE;
    add(summary, root, closedAt);
    for (const document of dossier.documents) {
      if (!document.missing) add(document, `${root}/${folderOf(document)}`, document.addedAt ?? NO_DATE);
    }
    // Nothing is deflated: of packed bytes some may change unseen, and photos and PDFs are packed already.
    // Last: it tells the bytes that really went in.
    zip.addReadStreamLazy(names.claim(root, MANIFEST), { ...stampOf(closedAt), compress: false }, (give) => {
      const text = manifestOf(dossier, packed.get(summary.id) ?? NOTHING, packed);
      give(null, Readable.from([Buffer.from(text)]));
    });
    zip.end();
    return output;
  }
}

/** Passes everything on, and tells at the end how much it was and its SHA-256. */
class Measured extends Transform {
  private readonly hash = createHash('sha256');
  private size = 0;

  constructor(private readonly tell: (size: number, sha256: string) => void) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    this.size += chunk.length;
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    this.tell(this.size, this.hash.digest('hex'));
    done();
  }
}

/**
 * A ZIP has wall times without a zone: those of Paris, whatever the server's. yazl writes what the local getters of a date
 * say, and only that with `forceDosTimestamp`.
 */
function stampOf(at: Date): { mtime: Date; forceDosTimestamp: true } {
  const { year, month, day, hour, minute, second } = inParis(at);
  return { mtime: new Date(year, month - 1, day, hour, minute, second), forceDosTimestamp: true };
}

function folderOf({ kind }: DossierDocument): string {
  return folders[kind] ?? folders.OTHER;
}
