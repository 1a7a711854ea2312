import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { ZipArchivePacker } from './adapters/zip/zip-archive-packer.js';
import { aDocument, aDossier } from './testing/builders.js';
import { readZip } from './testing/read-zip.js';

const PROGRAM = join(process.cwd(), 'deploy/verify/verify.mjs');
const EDGE = 600;
const SOME = 13;

let folder: string;
let archive: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intervia-verify-'));
  const documents = [
    aDocument({ id: 'a', name: 'avant.jpg', size: 4 }),
    aDocument({ id: 'b', name: 'notes.txt', mediaType: 'text/plain', size: 4 }),
  ];
  const summary = aDocument({ id: 's', name: 'resume.pdf', mediaType: 'application/pdf', size: 4 });
  const open = async ({ id }: { id: string }) => Readable.from([Buffer.from(id.repeat(4))]);
  const dossier = aDossier({ documents, history: aDossier().history.slice(0, 2) });
  archive = await buffer(new ZipArchivePacker().pack(dossier, summary, open));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const verify = (paths: readonly string[]): Promise<{ code: unknown; text: string }> =>
  new Promise((done) =>
    execFile(process.execPath, [PROGRAM, ...paths], { maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      done({ code: error ? error.code : 0, text: stdout + stderr }),
    ),
  );

async function written(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** The same archive with other files in it, packed anew by somebody who knows how. */
async function repacked(change: (files: Map<string, Buffer>) => void, options = {}): Promise<Buffer> {
  const files = await readZip(archive);
  change(files);
  const zip = new ZipFile();
  for (const [name, bytes] of files)
    zip.addBuffer(bytes, name, { forceDosTimestamp: true, compress: false, ...options });
  zip.end();
  return buffer(zip.outputStream as Readable);
}

describe('the program that verifies an archive offline', () => {
  it('finds one as it was made whole, and tells its fingerprint', async () => {
    const { code, text } = await verify([await written('whole.zip', archive)]);
    expect(text).toMatch(/intègre\n {2}ticket 1042, 3 document\(s\)\n {2}empreinte : [0-9a-f]{64}/);
    expect(code).toBe(0);
  });

  it('refuses it whichever byte is altered', async () => {
    // All of the headers and of the table; between them, one of so many.
    const places = [...archive.keys()].filter(
      (at) => at < EDGE || at >= archive.length - EDGE || at % SOME === 0,
    );
    const paths = await Promise.all(
      places.map((at) => {
        const altered = Buffer.from(archive);
        altered[at]! ^= 1 << (at % 8);
        return written(`${at}.zip`, altered);
      }),
    );
    const { code, text } = await verify(paths);
    expect(text.split('\n').filter((line) => line.endsWith(': intègre'))).toEqual([]);
    expect(text.match(/: ALTÉRÉE/g)).toHaveLength(places.length);
    expect(code).toBe(1);
  });

  it.each([
    [
      'changed',
      (files: Map<string, Buffer>) => files.set('ods-1042/Pièces jointes/avant.jpg', Buffer.from('zzzz')),
      /avant\.jpg : modifié \(SHA-256 attendu [0-9a-f]{64}, trouvé/,
    ],
    [
      'taken out',
      (files: Map<string, Buffer>) => files.delete('ods-1042/Pièces jointes/avant.jpg'),
      /avant\.jpg : retiré/,
    ],
    [
      'added',
      (files: Map<string, Buffer>) => files.set('ods-1042/faux.jpg', Buffer.from('faux')),
      /faux\.jpg : ajouté/,
    ],
    [
      'told otherwise',
      (files: Map<string, Buffer>) => {
        const name = 'ods-1042/manifeste.json';
        const text = files.get(name)?.toString() ?? '';
        files.set(name, Buffer.from(text.replace('pouvez-vous intervenir', 'ne venez pas')));
      },
      /manifeste : la ligne 6 \(Plomberie Łukasz & Fils, 2026-11-24T09:31:00\+01:00\) ne suit pas/,
    ],
  ])('names what was %s', async (name, change, fault) => {
    const { code, text } = await verify([await written(`${name}.zip`, await repacked(change))]);
    expect(text).toMatch(fault);
    expect(code).toBe(1);
  });

  it('names what was changed also where an ordinary program has packed all of it anew', async () => {
    const change = (files: Map<string, Buffer>) =>
      files.set('ods-1042/Pièces jointes/avant.jpg', Buffer.from('zzzz'));
    const bytes = await repacked(change, { compress: true, mode: 0o100600 });
    const { code, text } = await verify([await written('ordinary.zip', bytes)]);
    expect(text).toMatch(/empaqueté de nouveau par un autre programme\n.*avant\.jpg : modifié \(SHA-256/);
    expect(text).not.toMatch(/notes\.txt|resume\.pdf/);
    expect(code).toBe(1);
  });

  it.each([
    ['nothing', Buffer.of()],
    ['a half', 'half'],
    ['no ZIP', Buffer.from('bonjour, ceci n’est pas un ZIP mais un texte')],
  ])('refuses %s', async (name, bytes) => {
    const content = bytes === 'half' ? archive.subarray(0, archive.length / 2) : (bytes as Buffer);
    expect((await verify([await written(`${name}.zip`, content)])).code).toBe(1);
  });
});
