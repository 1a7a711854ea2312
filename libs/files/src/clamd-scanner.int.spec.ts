import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ClamdScanner } from './clamd-scanner.js';
import { LocalFileStore } from './local-file-store.js';
import { ClamdDouble, EICAR } from './testing/clamd-double.js';

let folder: string;
let clamd: ClamdDouble;
let store: LocalFileStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intervia-clamd-'));
  clamd = await ClamdDouble.start();
  store = await LocalFileStore.open(folder, new ClamdScanner(clamd.address));
});
afterEach(async () => {
  await clamd.stop();
  await rm(folder, { recursive: true, force: true });
});

const put = (content: string | Buffer) => store.put('a1', 'notes.txt', Readable.from([content]));
const kept = async () => (await readdir(folder, { recursive: true })).filter((name) => name !== '.aside');

describe('a store with a scanner', () => {
  it('keeps what is clean, once every byte was looked at', async () => {
    const text = 'Fuite au 3e étage. '.repeat(50_000);
    const file = await put(text);
    expect(file.size).toBe(Buffer.byteLength(text));
    expect(clamd.seen).toEqual([Buffer.byteLength(text)]);
  });

  it('refuses what is infected, and keeps nothing of it', async () => {
    await expect(put(`x${EICAR}`)).rejects.toMatchObject({
      code: 'FILE_INFECTED',
      kind: 'invalid',
      params: { name: 'notes.txt' },
    });
    expect(await kept()).toEqual([]);
  });

  it.each<[string, string]>([
    ['finds it too large', 'INSTREAM size limit exceeded. ERROR'],
    ['says what nobody knows', 'UNKNOWN COMMAND'],
    ['hangs up', ''],
  ])('keeps nothing that the daemon did not look at: it %s', async (_name, answer) => {
    clamd.answers(answer);
    await expect(put('bonjour')).rejects.toMatchObject({
      code: 'FILE_SCAN_UNAVAILABLE',
      kind: 'unavailable',
    });
    expect(await kept()).toEqual([]);
  });

  it('keeps nothing while the daemon is away', async () => {
    await clamd.stop();
    await expect(put('bonjour')).rejects.toMatchObject({ code: 'FILE_SCAN_UNAVAILABLE' });
    expect(await kept()).toEqual([]);
  });
});
