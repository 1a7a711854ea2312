import type { FileStore } from '@intervia/files';
import type { Readable } from 'node:stream';
import type { ZipFile } from 'yazl';

interface Filed {
  readonly agencyId: string;
  readonly id: string;
  readonly size: number;
}

/** A stored file in a ZIP, opened when its turn comes; one that cannot be read breaks the ZIP off. */
export function addStoredFile(
  zip: ZipFile,
  output: Readable,
  store: FileStore,
  { agencyId, id, size }: Filed,
  entry: string,
): void {
  zip.addReadStreamLazy(entry, { size, compress: false }, (give) => {
    store.open(agencyId, id).then(
      (stream) => {
        stream.once('error', (error) => output.destroy(error));
        output.once('close', () => stream.destroy());
        give(null, stream);
      },
      (error: Error) => output.destroy(error),
    );
  });
}

/** No path, and none twice, also where case is ignored. */
export function freeName(named: Set<string>, folder: string, name: string): string {
  const safe = name.replace(/[/\\\p{Cc}]/gu, '_').replace(/^\.+/u, '_');
  for (let i = 1; ; i += 1) {
    const entry = `${folder}${i === 1 ? '' : `${i} - `}${safe}`;
    if (named.has(entry.toLowerCase())) continue;
    named.add(entry.toLowerCase());
    return entry;
  }
}
