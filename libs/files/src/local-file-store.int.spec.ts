import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FileStore } from './file-store.js';
import { LocalFileStore } from './local-file-store.js';

// Real servers on a busy machine.
jest.setTimeout(60_000);

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let dir: string;
let store: FileStore;
const of = (content: Buffer | string) => Readable.from([Buffer.from(content)]);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'intervia-files-'));
  store = await LocalFileStore.open(dir);
});

afterAll(() => rm(dir, { recursive: true, force: true }));

describe('LocalFileStore', () => {
  it('gives back what was put, with what it found out', async () => {
    const file = await store.put('a1', 'photo', of(PNG));
    expect(file).toEqual({
      id: expect.any(String),
      name: 'photo.png',
      mediaType: 'image/png',
      size: PNG.length,
      sha256: createHash('sha256').update(PNG).digest('hex'),
    });
    expect(await store.stat('a1', file.id)).toEqual(file);
    expect(await buffer(await store.open('a1', file.id))).toEqual(PNG);
  });

  it('is there for another process', async () => {
    const file = await store.put('a1', 'note.txt', of('Fuite au 3e étage'));
    const other = await LocalFileStore.open(dir);
    expect((await buffer(await other.open('a1', file.id))).toString()).toBe('Fuite au 3e étage');
  });

  it('keeps the same bytes once, under two ids', async () => {
    const [one, two] = [await store.put('a2', 'a.png', of(PNG)), await store.put('a2', 'b.png', of(PNG))];
    expect(one.id).not.toBe(two.id);
    expect(await readdir(join(dir, 'a2', 'blobs', one.sha256.slice(0, 2)))).toEqual([one.sha256]);
  });

  it('keeps what was set aside when it is told to, and takes away the rest', async () => {
    const [kept, dropped] = [
      await store.stage('a6', 'a.png', of(PNG)),
      await store.stage('a6', 'b.txt', of('b')),
    ];
    await expect(store.stat('a6', kept.file.id)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    await kept.keep();
    await Promise.all([kept.drop(), dropped.drop()]);
    expect(await buffer(await store.open('a6', kept.file.id))).toEqual(PNG);
    await expect(store.stat('a6', dropped.file.id)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    expect(await readdir(join(dir, 'a6', 'blobs'))).toEqual([kept.file.sha256.slice(0, 2)]);
    expect(await readdir(join(dir, '.aside'))).toEqual([]);
  });

  it('hides the files of one agency from another', async () => {
    const file = await store.put('a1', 'a.png', of(PNG));
    await expect(store.stat('a2', file.id)).rejects.toMatchObject({
      code: 'FILE_NOT_FOUND',
      kind: 'not-found',
    });
    await expect(store.open('a2', file.id)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });

  it.each(['../a1', '../../etc/passwd', '', 'x', 'a1/files/00', '\0'])('knows no file %j', async (id) => {
    await expect(store.stat('a1', id)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });

  it.each(['..', '.', 'a/b', ''])('takes no agency %j', async (agencyId) => {
    await expect(store.put(agencyId, 'a.png', of(PNG))).rejects.toThrow('Not usable as a folder');
    await expect(store.stat(agencyId, '00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
      code: 'FILE_NOT_FOUND',
    });
  });

  it('stops at the limit and keeps nothing', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(64 * 1024, 'a');
      })(),
    );
    await expect(store.put('a3', 'big.txt', endless, { maxBytes: 1_000_000 })).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      kind: 'invalid',
    });
    expect(await readdir(dir)).not.toContain('a3');
    expect(await readdir(join(dir, '.aside'))).toEqual([]);
  });

  it.each([
    ['a program', 'photo.jpg', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), randomBytes(200)])],
    ['bytes of no kind', 'photo.jpg', Buffer.concat([Buffer.from([0, 1, 2, 255, 254]), randomBytes(64)])],
    ['junk behind the header of a PDF', 'devis.pdf', Buffer.from('%PDF-1.7\nPK\x03\x04 something else')],
    ['UTF-16 that is cut', 'note.txt', Buffer.from('fffe4100d8', 'hex')],
    ['bytes that no encoding knows', 'note.txt', Buffer.from('41818d8f9042', 'hex')],
  ])('refuses %s', async (_what, name, content) => {
    await expect(store.put('a4', name, of(content))).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' });
  });

  it.each([
    ['devis.csv', 'text/plain', Buffer.from('Référence;Montant\r\nété;12,5\r\n', 'latin1')],
    ['note.txt', 'text/plain', Buffer.from('\ufeffFaçade €', 'utf16le')],
    ['saut-de-ligne.pdf', 'application/pdf', Buffer.from('\n%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n')],
    ['facture.xml', 'application/xml', Buffer.from('<?xml version="1.0"?><Invoice/>')],
    // Protected by a password: a compound file, whose bytes do not tell which program made it.
    [
      'devis.xlsx',
      'application/x-cfb',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
    ],
  ])('takes %s as %s under its own name', async (name, mediaType, content) => {
    expect(await store.put('a4', name, of(content))).toMatchObject({ name, mediaType, size: content.length });
  });

  it.each(['empty.pdf', 'empty.txt'])('calls %s what it is, and keeps nothing', async (name) => {
    await expect(store.put('a7', name, of(''))).rejects.toMatchObject({
      code: 'FILE_EMPTY',
      params: { name },
    });
    expect(await readdir(dir)).not.toContain('a7');
    expect(await readdir(join(dir, '.aside'))).toEqual([]);
  });

  it('takes only what the caller lists', async () => {
    await expect(
      store.put('a1', 'a.png', of(PNG), { maxBytes: 1_000, accept: ['application/pdf'] }),
    ).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED', params: { name: 'a.png', mediaType: 'image/png' } });
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield PNG;
        throw new Error('connection reset');
      })(),
    );
    await expect(store.put('a5', 'a.png', broken)).rejects.toThrow('connection reset');
    expect(await readdir(join(dir, '.aside'))).toEqual([]);
  });

  it('says whose a document is, and forgets what nothing came to name', async () => {
    const sent = { maxBytes: 1_000, owner: 'user:claire' };
    const [left, named] = [
      await store.put('a9', 'a.txt', of('laissé'), sent),
      await store.put('a9', 'b.txt', of('joint'), sent),
    ];
    const [made, twin] = [
      await store.put('a9', 'c.txt', of('fait')),
      await store.put('a9', 'd.txt', of('laissé')),
    ];
    expect(await store.ownerOf('a9', left.id)).toBe('user:claire');
    expect(await store.ownerOf('a9', made.id)).toBe('platform');
    await store.use('a9', named.id, 'ticket:1');
    await store.use('a9', named.id, 'ticket:1');
    const { mtimeMs: now } = await stat(dir);
    const later = (days: number) => new Date(now + days * 24 * 3600_000);
    expect((await store.sweep(later(6))).documents).toBe(0);
    expect(await store.sweep(later(8))).toEqual({ documents: 1, blobs: 0 });
    await expect(store.stat('a9', left.id)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    // The same bytes still belong to another document.
    expect((await buffer(await store.open('a9', twin.id))).toString()).toBe('laissé');
  });

  it('erases with a ticket what only that ticket names, and its bytes with the next sweep', async () => {
    const [own, shared] = [
      await store.put('a10', 'a.txt', of('à lui')),
      await store.put('a10', 'b.txt', of('à deux')),
    ];
    await store.use('a10', own.id, 'ticket:1');
    await store.use('a10', shared.id, 'ticket:1');
    await store.use('a10', shared.id, 'settings');
    await store.erase('a10', [own.id, shared.id, 'no-such'], ['ticket:1', 'opening']);
    await expect(store.stat('a10', own.id)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    expect(await store.stat('a10', shared.id)).toMatchObject({ id: shared.id });
    const { mtimeMs: now } = await stat(dir);
    expect(await store.sweep(new Date(now + 2 * 24 * 3600_000))).toEqual({ documents: 0, blobs: 1 });
  });
});
