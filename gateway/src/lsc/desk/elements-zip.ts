import type { Ticket } from '@intervia/contracts';
import type { FileStore } from '@intervia/files';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { addStoredFile, freeName } from '../../http/zip-files.js';
import type { JsonObject } from '../../mapping/json.js';

/**
 * Manual, "récupérer les éléments du ticket": `ticket.json`, as the API shows it, and the documents. Breaks off rather than
 * ends early: half of them would be taken for all.
 */
export function elementsZip(
  { documents }: Ticket,
  payload: JsonObject,
  store: FileStore,
  agencyId: string,
): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  zip.addBuffer(Buffer.from(JSON.stringify(payload, undefined, 2)), 'ticket.json');
  const named = new Set<string>();
  for (const { ref } of documents)
    if (ref) {
      const { id, name, size } = ref;
      addStoredFile(
        zip,
        output,
        store,
        { agencyId, id, size: Number(size) },
        freeName(named, 'documents/', name),
      );
    }
  zip.end();
  return output;
}
