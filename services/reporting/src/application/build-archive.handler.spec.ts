import { beforeEach, describe, expect, it } from '@jest/globals';
import { FixedClock } from '@intervia/clock';
import { FileNotFound, FileStore } from '@intervia/files';
import type { StagedFile, StoredFile } from '@intervia/files';
import { Logger } from '@nestjs/common';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { MAX_ATTEMPTS } from '../domain/archive.js';
import type { Archive, ArchiveDocuments } from '../domain/archive.js';
import { aDocument, aDossier } from '../testing/builders.js';
import { BuildArchiveHandler } from './build-archive.handler.js';
import type { Dossier } from './dossier.js';
import { ArchiveQueue } from './ports/archive-queue.js';
import { Archives } from './ports/archives.js';
import type { Reading } from './ports/archives.js';
import { Dossiers } from './ports/dossiers.js';
import { ArchivePacker, SummaryRenderer, ThumbnailMaker } from './ports/renderers.js';
import type { Thumbnail } from './ports/renderers.js';
import { SettleArchiveHandler } from './settle-archive.handler.js';

const now = new Date('2026-11-27T16:00:05Z');

// What a build gives up is told in the log, which these tests provoke and do not need.
Logger.overrideLogger(false);

class OneArchive extends Archives {
  withdrawn = false;
  archive: Archive = { id: 'a', agencyId: 'tilleuls', ticketId: 't', attempts: 0, state: 'PENDING' };
  async request() {
    return this.archive;
  }
  async discard() {
    throw new Error('not asked for here');
  }
  async discardBefore() {
    throw new Error('not asked for here');
  }
  async withdraw() {
    this.withdrawn = true;
  }
  async find() {
    return this.archive;
  }
  async begin() {
    if (this.archive.state !== 'PENDING') return undefined;
    this.archive = { ...this.archive, attempts: this.archive.attempts + 1 };
    return this.archive;
  }
  reading: Reading | undefined;
  async complete(archive: Archive, documents: ArchiveDocuments, readyAt: Date, reading: Reading) {
    const { id, agencyId, ticketId, attempts } = archive;
    this.archive = { id, agencyId, ticketId, attempts, state: 'READY', readyAt, ...documents };
    this.reading = reading;
  }
  async isBefore(_agencyId: string, _ticketId: string, at: Date) {
    const { reading } = this;
    return this.archive.state === 'READY' && !!reading && (reading.waiting || reading.readAt < at);
  }
  async remake(agencyId: string, ticketId: string, at: Date) {
    if (this.archive.state !== 'READY' || !(await this.isBefore(agencyId, ticketId, at))) return undefined;
    const { id, summary, archive: zip } = this.archive;
    const former = { summary, archive: zip };
    this.archive = { id, agencyId, ticketId, attempts: 0, state: 'PENDING', former };
    return this.archive;
  }
  async fail(archive: Archive, reason: string, failedAt: Date) {
    const { id, agencyId, ticketId, attempts } = archive;
    this.archive = { id, agencyId, ticketId, attempts, state: 'FAILED', reason, failedAt };
  }
  async pending() {
    return [this.archive];
  }
}

class OneDossier extends Dossiers {
  readTicket = async () => undefined;
  agency = async () => undefined;

  dossier: Dossier | undefined = aDossier();
  failure: Error | undefined;
  async read() {
    if (this.failure) throw this.failure;
    return this.dossier;
  }
  async closedVersion() {
    return 1;
  }
  waiting = false;
  async isWaiting() {
    return this.waiting;
  }
}

class Queue extends ArchiveQueue {
  readonly added: string[] = [];
  async add(archives: readonly Archive[]) {
    this.added.push(...archives.map(({ id }) => id));
  }
}

class MemoryFiles extends FileStore {
  async ownerOf(): Promise<undefined> {
    return undefined;
  }

  async use(): Promise<void> {
    // Nothing is swept here.
  }

  async erase(_agencyId: string, ids: readonly string[]): Promise<void> {
    this.erased.push(...ids);
  }

  async sweep(): Promise<{ documents: number; blobs: number }> {
    return { documents: 0, blobs: 0 };
  }

  readonly erased: string[] = [];
  readonly stored: string[] = [];
  readonly lost = new Set<string>();
  async stage(_agencyId: string, name: string, content: Readable): Promise<StagedFile> {
    const bytes = await text(content);
    const keep = async () => void this.stored.push(`${name}: ${bytes}`);
    return { file: aDocument({ id: name, name }), keep, drop: async () => undefined };
  }
  async stat(_agencyId: string, id: string): Promise<StoredFile> {
    if (this.lost.has(id)) throw new FileNotFound(id);
    return aDocument({ id });
  }
  async open(_agencyId: string, id: string): Promise<Readable> {
    return Readable.from([id]);
  }
}

class TextSummary extends SummaryRenderer {
  render({ documents }: Dossier, thumbnails: readonly Thumbnail[]) {
    const lost = documents.filter((document) => document.missing).map((document) => document.id);
    return Readable.from([
      `lost ${lost.join()}; shown ${thumbnails.map(({ document }) => document.id).join()}`,
    ]);
  }
  fileName() {
    return 'summary';
  }
}

class TextPacker extends ArchivePacker {
  pack({ documents }: Dossier) {
    return Readable.from([documents.map(({ id }) => id).join()]);
  }
  fileName() {
    return 'zip';
  }
}

class Thumbnails extends ThumbnailMaker {
  async make() {
    return Buffer.of(1);
  }
  accepts({ mediaType }: { mediaType: string }) {
    return mediaType.startsWith('image/');
  }
}

describe('building an archive', () => {
  let archives: OneArchive;
  let dossiers: OneDossier;
  let files: MemoryFiles;
  let handler: BuildArchiveHandler;
  let queue: Queue;
  let settle: SettleArchiveHandler;

  beforeEach(() => {
    archives = new OneArchive();
    dossiers = new OneDossier();
    files = new MemoryFiles();
    const clock = new FixedClock(now);
    queue = new Queue();
    settle = new SettleArchiveHandler(archives, dossiers, queue);
    handler = new BuildArchiveHandler(
      archives,
      dossiers,
      files,
      new Thumbnails(),
      new TextSummary(),
      new TextPacker(),
      settle,
      clock,
    );
  });

  const build = () => handler.execute('tilleuls', 't');

  it('stores the summary and the archive', async () => {
    await build();
    expect(archives.archive).toMatchObject({
      state: 'READY',
      summary: { id: 'summary' },
      archive: { id: 'zip' },
    });
    expect(files.stored).toEqual(['summary: lost ; shown doc-1,doc-2', 'zip: doc-1,doc-2,doc-3']);
  });

  it('does nothing twice', async () => {
    await build();
    await build();
    expect(files.stored).toHaveLength(2);
  });

  describe('while messages are under way', () => {
    const later = new Date('2026-11-27T16:04:00Z');
    const settled = () => settle.execute('tilleuls', 't', later);

    beforeEach(() => {
      const [message] = aDossier().messages;
      dossiers.dossier = aDossier({ messages: [{ ...message!, delivery: 'QUEUED' }] });
      dossiers.waiting = true;
    });

    it('is made again once, when the last of them has settled, and its old files go', async () => {
      await build();
      expect(archives.reading).toEqual({ readAt: now, waiting: true });
      await expect(settled()).resolves.toBe(false);
      expect(archives.archive.state).toBe('READY');
      dossiers.waiting = false;
      dossiers.dossier = aDossier();
      await expect(settled()).resolves.toBe(true);
      expect(queue.added).toEqual(['a']);
      // The former one serves meanwhile.
      expect(files.erased).toEqual([]);
      await build();
      expect(archives.archive.state).toBe('READY');
      expect(files.erased).toEqual(['summary', 'zip']);
      expect(files.stored).toHaveLength(4);
    });

    it('is made again at once when the last one settled while it was being built', async () => {
      dossiers.isWaiting = async () => {
        dossiers.dossier = aDossier();
        return false;
      };
      await build();
      expect(archives.archive.state).toBe('READY');
      expect(archives.reading).toEqual({ readAt: now, waiting: false });
      expect(files.stored).toHaveLength(4);
    });

    it('stands, when what settled was known already', async () => {
      dossiers.dossier = aDossier();
      dossiers.waiting = false;
      await build();
      await expect(settle.execute('tilleuls', 't', new Date(now.getTime() - 1))).resolves.toBe(false);
      await expect(settled()).resolves.toBe(true);
    });
  });

  it('goes on without a lost file, and says so', async () => {
    files.lost.add('doc-1');
    await build();
    expect(files.stored[0]).toBe('summary: lost doc-1; shown doc-2');
  });

  it('is tried again while a service is away, then gives up with the reason', async () => {
    dossiers.failure = Object.assign(new Error('away'), { code: 'SERVICE_UNAVAILABLE' });
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
      await expect(build()).rejects.toThrow('away');
      expect(archives.archive.state).toBe('PENDING');
    }
    await build();
    expect(archives.archive).toMatchObject({ state: 'FAILED', reason: 'SERVICE_UNAVAILABLE', failedAt: now });
  });

  it('gives up on what kills its process every time', async () => {
    archives.archive = { ...archives.archive, attempts: MAX_ATTEMPTS };
    await build();
    expect(archives.archive).toMatchObject({ state: 'FAILED', reason: 'TOO_MANY_ATTEMPTS' });
  });

  it('fails without a code for a fault of our own', async () => {
    archives.archive = { ...archives.archive, attempts: MAX_ATTEMPTS - 1 };
    dossiers.failure = new Error('a fault');
    await build();
    expect(archives.archive).toMatchObject({ state: 'FAILED', reason: 'ARCHIVE_BUILD_FAILED' });
  });

  it.each([
    ['reopened', aDossier({ status: 'WORK_ORDER_SENT' })],
    ['deleted', undefined],
  ])('makes nothing of a ticket that was %s before its closing was told', async (_what, dossier) => {
    dossiers.dossier = dossier;
    await build();
    expect(archives.withdrawn).toBe(true);
    expect(archives.archive.state).toBe('PENDING');
    expect(files.stored).toEqual([]);
  });
});
