import type { FileStore } from '@intervia/files';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { READ_ME } from '../fr/privacy.js';
import { addStoredFile, freeName } from '../http/zip-files.js';
import type { SignedIn } from '../session/sessions.js';
import type { Marks, PersonalData } from './personal-data.js';

/** Art. 15 and 20 of the GDPR: a copy, in a form that machines read. */
export function writePersonZip(data: PersonalData, store: FileStore, me: SignedIn, person: Marks): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  // Breaks off rather than ends early: half a copy would be taken for a whole one.
  fill(zip, output, data, store, me, person).then(
    () => zip.end(),
    (error: Error) => output.destroy(error),
  );
  return output;
}

async function fill(
  zip: ZipFile,
  output: Readable,
  data: PersonalData,
  store: FileStore,
  me: SignedIn,
  person: Marks,
): Promise<void> {
  const json = (name: string, value: unknown) =>
    zip.addBuffer(Buffer.from(JSON.stringify(value, undefined, 2)), name);
  zip.addBuffer(Buffer.from(READ_ME), 'LISEZ-MOI.txt');
  json('personne.json', person);
  json('fiches.json', await all(data.recordsOf(me, person)));
  json('gestion.json', await all(data.propertyOf(me, person)));
  json('messages.json', await all(data.messagesOf(me, person)));
  const named = new Set<string>();
  for await (const ticket of data.ticketsOf(me, person)) {
    if (output.destroyed) return;
    const { header, statements, documents } = await data.ticketData(me, person, ticket);
    json(`tickets/${ticket.number}.json`, { ...header, statements });
    for (const { id, name, size } of documents) {
      // One that was erased since is missed by nobody.
      const stored = await store.stat(me.agencyId, id).catch(() => undefined);
      if (!stored) continue;
      const entry = freeName(named, `documents/${ticket.number}/`, name || stored.name);
      addStoredFile(zip, output, store, { agencyId: me.agencyId, id, size }, entry);
    }
  }
}

async function all<T>(records: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const record of records) found.push(record);
  return found;
}
