import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { aDocument, aDossier } from '../../testing/builders.js';
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
    expect(Object.fromEntries([...files].map(([name, bytes]) => [name, bytes.toString()]))).toEqual({
      'ods-1042/resume-ods-1042.pdf': 'bytes of summary',
      'ods-1042/Pièces jointes/photo.jpg': 'bytes of a',
      'ods-1042/Preuves d’intervention/photo.jpg': 'bytes of b',
      'ods-1042/Preuves d’intervention/Photo (2).jpg': 'bytes of c',
      'ods-1042/Factures/_.._évasion.pdf': 'bytes of d',
      'ods-1042/Autres documents/note.txt': 'bytes of e',
    });
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
