import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { FixedClock } from '@intervia/clock';
import { fromBufferPromise } from 'yauzl';
import { aDocument, aDossier, anEntry } from '../../testing/builders.js';
import { readZip } from '../../testing/read-zip.js';
import { ZipArchivePacker } from './zip-archive-packer.js';

const packer = new ZipArchivePacker();
const content = (id: string) => Buffer.from(`bytes of ${id}`);
const sized = (overrides: Parameters<typeof aDocument>[0] & { id: string }) =>
  aDocument({ size: content(overrides.id).length, ...overrides });

const summary = sized({ id: 'summary', name: 'resume-ods-1042.pdf', mediaType: 'application/pdf' });
const open = async ({ id }: { id: string }) => Readable.from([content(id)]);

describe('the archive', () => {
  it('holds every document in the folder of its kind, none over another, and the summary', async () => {
    const documents = [
      sized({ id: 'a', name: 'photo.jpg' }),
      sized({ id: 'b', name: 'photo.jpg', kind: 'PROOF' }),
      sized({ id: 'c', name: 'Photo.jpg', kind: 'PROOF' }),
      sized({ id: 'd', name: '../../évasion.pdf', kind: 'INVOICE' }),
      sized({ id: 'e', name: 'note.txt', kind: 'SOMETHING_NEW', mediaType: 'text/plain' }),
      sized({ id: 'lost', name: 'perdu.jpg', missing: true }),
    ];
    const files = await readZip(await buffer(packer.pack(aDossier({ documents }), summary, open)));
    files.delete('ods-1042/manifeste.json');
    expect(Object.fromEntries([...files].map(([name, bytes]) => [name, bytes.toString()]))).toEqual({
      'ods-1042/resume-ods-1042.pdf': 'bytes of summary',
      'ods-1042/Pièces jointes/photo.jpg': 'bytes of a',
      'ods-1042/Preuves d’intervention/photo.jpg': 'bytes of b',
      'ods-1042/Preuves d’intervention/Photo (2).jpg': 'bytes of c',
      'ods-1042/Factures/_.._évasion.pdf': 'bytes of d',
      'ods-1042/Autres documents/note.txt': 'bytes of e',
    });
  });

  it('tells the hash of each file, the words sent, and which document replaced which, in Paris time', async () => {
    const invoice = { fact: 'InvoiceReceived', missionId: 'm-1' };
    const dossier = aDossier({
      documents: [
        sized({ id: 'a', name: 'facture.pdf', kind: 'INVOICE' }),
        sized({ id: 'b', name: 'facture.pdf', kind: 'INVOICE' }),
        sized({ id: 'lost', name: 'perdu.jpg', missing: true }),
      ],
      history: [
        anEntry({ ...invoice, documentIds: ['a'], documentNames: ['facture.pdf'], hash: 'k1:abc' }),
        anEntry({ ...invoice, documentIds: ['b'], documentNames: ['facture.pdf'] }),
      ],
      readAt: FixedClock.at('2026-11-27T16:00:05Z').now(),
    });
    dossier.messages[0]!.delivery = 'QUEUED';
    const bytes = await buffer(packer.pack(dossier, summary, open));
    const files = await readZip(bytes);
    expect(JSON.parse(files.get('ods-1042/manifeste.json')?.toString() ?? '')).toMatchObject({
      timeZone: 'Europe/Paris',
      pending: { messages: 1, at: '2026-11-27T17:00:05+01:00' },
      lines: [
        { line: 'document', path: 'ods-1042/resume-ods-1042.pdf' },
        {
          ...{ path: 'ods-1042/Factures/facture.pdf', addedAt: '2026-11-24T09:30:00+01:00' },
          sha256: createHash('sha256').update(content('a')).digest('hex'),
          replacedBy: 'ods-1042/Factures/facture (2).pdf',
        },
        { path: 'ods-1042/Factures/facture (2).pdf' },
        { path: 'perdu.jpg', missing: true },
        { line: 'history', platformHash: 'k1:abc', at: '2026-11-24T09:30:00+01:00' },
        { line: 'history' },
        { line: 'message', text: 'Fuite sous l’évier : pouvez-vous intervenir ?' },
      ],
    });
  });

  it('has the wall times of Paris', async () => {
    const at = FixedClock.at('2026-07-14T22:30:00Z').now();
    const dossier = aDossier({ documents: [sized({ id: 'a', addedAt: at })] });
    const zip = await fromBufferPromise(await buffer(packer.pack(dossier, summary, open)));
    const times = [];
    for await (const entry of zip.eachEntry())
      times.push([
        entry.lastModFileDate & 31,
        entry.lastModFileTime >> 11,
        (entry.lastModFileTime >> 5) & 63,
      ]);
    expect(times[1]).toEqual([15, 0, 30]);
  });

  it('is the same, byte for byte, when it is made again', async () => {
    const dossier = aDossier({ documents: [sized({ id: 'a' })] });
    const [first, second] = await Promise.all([1, 2].map(() => buffer(packer.pack(dossier, summary, open))));
    expect(first?.equals(second ?? Buffer.of())).toBe(true);
  });

  it.each([
    ['cannot be opened', async () => Promise.reject(new Error('disk gone'))],
    [
      'breaks off',
      async () =>
        new Readable({
          read() {
            this.destroy(new Error('disk gone'));
          },
        }),
    ],
  ])('fails as a whole when a document %s', async (_case, broken) => {
    await expect(buffer(packer.pack(aDossier(), summary, broken))).rejects.toThrow('disk gone');
  });
});
