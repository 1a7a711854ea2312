import { createReadStream, createWriteStream, watch } from 'node:fs';
import { access, constants, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, parse, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DropError } from '../../domain/file/records.js';
import { FolderTrouble, Folders } from '../../application/ports/folders.js';

const REASONS: Readonly<Record<string, DropError>> = {
  ENOENT: 'FOLDER_GONE',
  ENOTDIR: 'FOLDER_GONE',
  ESTALE: 'FOLDER_GONE',
  ENODEV: 'FOLDER_GONE',
  EHOSTDOWN: 'FOLDER_GONE',
  ENOSPC: 'FOLDER_FULL',
  EDQUOT: 'FOLDER_FULL',
  EFBIG: 'FOLDER_FULL',
  EROFS: 'FOLDER_READ_ONLY',
  EACCES: 'FOLDER_READ_ONLY',
  EPERM: 'FOLDER_READ_ONLY',
};

/** A file that is still being written grows; one that rested this long is whole. */
const RESTED_MS = 2_000;
/** Some programs make a file first and write it later. */
const RESTED_EMPTY_TIMES = 30;
const AGENCY = /^[A-Za-z0-9_-]{1,100}$/;

/** Folders of a disk or a share that is mounted below `root`: `<root>/<agency>/<folder of the station>`. */
export class FsFolders extends Folders {
  constructor(
    private readonly root: string,
    private readonly restedMs = RESTED_MS,
  ) {
    super();
  }

  /** C:\Neovacom\CAF\Emission is Neovacom/CAF/Emission below the agency's folder; nothing leads out of it. */
  override pathOf(agencyId: string, folder: string): string {
    if (!AGENCY.test(agencyId)) throw new Error(`Not usable as a folder: ${JSON.stringify(agencyId)}`);
    const parts = folder
      .replace(/^[A-Za-z]:/, '')
      .split(/[\\/]+/)
      .filter((part) => part !== '' && part !== '.');
    const base = resolve(this.root, agencyId);
    const path = resolve(base, ...parts);
    if (parts.includes('..') || (path !== base && !path.startsWith(base + sep))) {
      throw new Error(`Leads out of the agency's folder: ${JSON.stringify(folder)}`);
    }
    return path;
  }

  override async isWritable(agencyId: string, folder: string): Promise<boolean> {
    try {
      const path = this.pathOf(agencyId, folder);
      await access(path, constants.W_OK);
      return (await stat(path)).isDirectory();
    } catch {
      return false;
    }
  }

  override async prepare(agencyId: string, folder: string): Promise<void> {
    await mkdir(this.pathOf(agencyId, folder), { recursive: true });
  }

  override async writePart(agencyId: string, folder: string, name: string, content: Readable): Promise<void> {
    const part = join(this.pathOf(agencyId, folder), partOf(name));
    try {
      await pipeline(content, createWriteStream(part, { flags: 'w', flush: true, mode: 0o640 }));
    } catch (error) {
      // What a full disk holds of it would be in the way of the next try.
      await rm(part, { force: true }).catch(() => undefined);
      throw troubleOf(error);
    }
  }

  override async rename(agencyId: string, folder: string, name: string): Promise<boolean> {
    const path = this.pathOf(agencyId, folder);
    try {
      await rename(join(path, partOf(name)), join(path, name));
      await flushFolder(path);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' && (await isFolder(path))) return false;
      throw troubleOf(error);
    }
  }

  override async arrived(agencyId: string, folder: string): Promise<string[]> {
    const path = this.pathOf(agencyId, folder);
    const found = await readdir(path, { withFileTypes: true });
    const names: string[] = [];
    for (const entry of found) {
      if (
        !entry.isFile() ||
        entry.name.startsWith('.') ||
        /\.(part|tmp|filepart|crdownload)$/i.test(entry.name)
      )
        continue;
      const { mtimeMs, size } = await stat(join(path, entry.name));
      const rest = this.restedMs * (size > 0 ? 1 : RESTED_EMPTY_TIMES);
      if (Date.now() - mtimeMs >= rest) names.push(entry.name);
    }
    return names.sort();
  }

  override read(agencyId: string, folder: string, name: string): Readable {
    return createReadStream(join(this.pathOf(agencyId, folder), name));
  }

  override async takeAway(
    agencyId: string,
    folder: string,
    name: string,
    into: 'imported' | 'refused',
  ): Promise<void> {
    const path = this.pathOf(agencyId, folder);
    await mkdir(join(path, into), { recursive: true });
    await rename(join(path, name), join(path, into, await freeName(join(path, into), name)));
  }

  override watch(agencyId: string, folder: string, arrived: () => void): () => void {
    try {
      let timer: NodeJS.Timeout | undefined;
      const watcher = watch(this.pathOf(agencyId, folder), () => {
        clearTimeout(timer);
        timer = setTimeout(arrived, this.restedMs + 100).unref();
      });
      watcher.on('error', () => watcher.close());
      return () => {
        clearTimeout(timer);
        watcher.close();
      };
    } catch {
      // A folder that cannot be watched is swept.
      return () => undefined;
    }
  }
}

/** A partner may give each month's file the same name: none of them is written over. */
async function freeName(folder: string, name: string): Promise<string> {
  const taken = new Set(await readdir(folder));
  const { name: stem, ext } = parse(name);
  let free = name;
  for (let times = 2; taken.has(free); times += 1) free = `${stem} (${String(times)})${ext}`;
  return free;
}

const partOf = (name: string): string => `${name}.part`;

function troubleOf(error: unknown): FolderTrouble {
  if (error instanceof FolderTrouble) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return new FolderTrouble(REASONS[code] ?? 'FOLDER_ERROR', { cause: error });
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** A new name is durable once its folder is. Network shares may refuse to flush a folder: the name is there all the same. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path).catch(() => undefined);
  if (!folder) return;
  try {
    await folder.sync().catch(() => undefined);
  } finally {
    await folder.close();
  }
}
