import { UPLOAD_LIMITS } from '@intervia/rules';
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DOCUMENT_TYPES } from './document-types.js';
import { FileEmpty, FileInfected, FileNotFound, FileTypeRefused } from './errors.js';
import type { Description } from './description.js';
import { PLATFORM } from './description.js';
import type { PutLimits, StagedFile, StoredFile, SweptFiles } from './file-store.js';
import { FileStore } from './file-store.js';
import { nameFor } from './file-name.js';
import { Meter } from './meter.js';
import type { Scanner } from './scanner.js';
import { sweepAgency } from './sweep.js';
import { sniff } from './sniff.js';

const DEFAULT_LIMITS: PutLimits = { maxBytes: UPLOAD_LIMITS.bytes };
const ABANDONED_MS = 24 * 3600_000;
const AGENCY = /^[A-Za-z0-9_-]{1,100}$/;
const FILE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Files on a disk that all processes share: `<agency>/blobs/<sha256>` and `<agency>/files/<id>.json`.
 * A file appears whole or not at all: written aside, flushed, then renamed.
 */
export class LocalFileStore extends FileStore {
  private constructor(
    private readonly root: string,
    private readonly scanner: Scanner | undefined,
  ) {
    super();
  }

  static async open(dir: string, scanner?: Scanner): Promise<LocalFileStore> {
    const store = new LocalFileStore(resolve(dir), scanner);
    await mkdir(store.aside(), { recursive: true });
    await store.dropAbandoned();
    return store;
  }

  async stage(
    agencyId: string,
    name: string,
    content: Readable,
    limits = DEFAULT_LIMITS,
  ): Promise<StagedFile> {
    if (!AGENCY.test(agencyId)) throw new Error(`Not usable as a folder: ${JSON.stringify(agencyId)}`);
    const meter = new Meter(name, limits.maxBytes);
    const aside = this.aside(randomUUID());
    const drop = () => rm(aside, { force: true });
    try {
      await pipeline(content, meter, createWriteStream(aside, { flags: 'wx', flush: true, mode: 0o640 }));
      const { size, sha256 } = meter.result();
      // Its bytes show no type, which would be blamed instead.
      if (size === 0) throw new FileEmpty(name);
      const mediaType = await sniff(aside);
      if (!(limits.accept ?? DOCUMENT_TYPES).includes(mediaType)) throw new FileTypeRefused(name, mediaType);
      const virus = await this.scanner?.scan(aside);
      if (virus !== undefined) throw new FileInfected(name, virus);
      const file: StoredFile = { id: randomUUID(), name: nameFor(name, mediaType), mediaType, size, sha256 };
      return {
        file,
        keep: () => this.keep(aside, agencyId, { ...file, owner: limits.owner ?? PLATFORM }),
        drop,
      };
    } catch (error) {
      await drop();
      throw error;
    }
  }

  async stat(agencyId: string, id: string): Promise<StoredFile> {
    const { owner: _owner, uses: _uses, ...file } = await this.describedAs(agencyId, id);
    return file;
  }

  async ownerOf(agencyId: string, id: string): Promise<string | undefined> {
    return (await this.describedAs(agencyId, id)).owner || undefined;
  }

  async use(agencyId: string, id: string, use: string): Promise<void> {
    const description = await this.describedAs(agencyId, id);
    const { uses = [] } = description;
    if (!uses.includes(use)) await this.describe(agencyId, { ...description, uses: [...uses, use] });
  }

  async erase(agencyId: string, ids: readonly string[], uses: readonly string[]): Promise<void> {
    for (const id of ids) {
      const known = await this.describedAs(agencyId, id).catch(unlessAbsent);
      if (!known || known.uses?.some((use) => !uses.includes(use))) continue;
      await rm(this.description(agencyId, id), { force: true });
    }
  }

  async sweep(now: Date): Promise<SweptFiles> {
    const swept = { documents: 0, blobs: 0 };
    for (const agencyId of await readdir(this.root)) {
      if (!AGENCY.test(agencyId)) continue;
      const { documents, blobs } = await sweepAgency(join(this.root, agencyId), now);
      swept.documents += documents;
      swept.blobs += blobs;
    }
    return swept;
  }

  private async describedAs(agencyId: string, id: string): Promise<Description> {
    // Ids come from outside: what is not exactly one could name another folder.
    if (!AGENCY.test(agencyId) || !FILE.test(id)) throw new FileNotFound(id);
    const text = await readFile(this.description(agencyId, id), 'utf8').catch(absentAs(id));
    return JSON.parse(text) as Description;
  }

  async open(agencyId: string, id: string): Promise<Readable> {
    const { sha256 } = await this.stat(agencyId, id);
    const handle = await open(this.blob(agencyId, sha256)).catch(absentAs(id));
    return createReadStream('', { fd: handle });
  }

  /** The same bytes are stored once per agency, never across agencies: nobody learns what another one has. */
  private async keep(aside: string, agencyId: string, file: Description): Promise<void> {
    const blob = this.blob(agencyId, file.sha256);
    await mkdir(dirname(blob), { recursive: true });
    await rename(aside, blob);
    await flushFolder(dirname(blob));
    await this.describe(agencyId, file);
  }

  private async describe(agencyId: string, file: Description): Promise<void> {
    const target = this.description(agencyId, file.id);
    const aside = this.aside(randomUUID());
    await mkdir(dirname(target), { recursive: true });
    await writeFile(aside, JSON.stringify(file), { flush: true, mode: 0o640 });
    await rename(aside, target);
    await flushFolder(dirname(target));
  }

  /** What a killed process had begun. Young files may belong to an upload of another process. */
  private async dropAbandoned(): Promise<void> {
    for (const name of await readdir(this.aside())) {
      const path = this.aside(name);
      const found = await stat(path).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
    }
  }

  private aside(name = ''): string {
    return join(this.root, '.aside', name);
  }

  private blob(agencyId: string, sha256: string): string {
    return join(this.root, agencyId, 'blobs', sha256.slice(0, 2), sha256);
  }

  private description(agencyId: string, id: string): string {
    return join(this.root, agencyId, 'files', id.slice(0, 2), `${id}.json`);
  }
}

function absentAs(id: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    throw error.code === 'ENOENT' ? new FileNotFound(id) : error;
  };
}

function unlessAbsent(error: unknown): undefined {
  if (error instanceof FileNotFound) return undefined;
  throw error;
}

/** A new name is durable once its folder is. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
