import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Debian's libheif-examples: the one decoder of HEVC pictures that is not linked into us (README). */
const PROGRAM = 'heif-convert';
const MOST_MS = 20_000;

/** A telephone's HEIC photo as JPEG, in a process that is ended when it takes too long. Throws where there is no program. */
export async function jpegOfHeif(photo: Buffer): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'intervia-heif-'));
  try {
    await writeFile(join(folder, 'photo.heic'), photo, { mode: 0o600 });
    const args = ['-q', '90', 'photo.heic', 'photo.jpg'];
    await run(PROGRAM, args, { cwd: folder, timeout: MOST_MS, killSignal: 'SIGKILL', env: pathOnly() });
    // Of several pictures in one file (bursts) each gets a number: the first.
    const [first = ''] = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).sort();
    return await readFile(join(folder, first));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const pathOnly = () => ({ PATH: '/usr/local/bin:/usr/bin:/bin' });
