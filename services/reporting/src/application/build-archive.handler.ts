import { Clock } from '@intervia/clock';
import { FileStore } from '@intervia/files';
import { openWithoutPosition } from '@intervia/pictures';
import { Injectable, Logger } from '@nestjs/common';
import { isExhausted, isLastAttempt, madeOf } from '../domain/archive.js';
import type { Archive, ArchiveDocuments, Document } from '../domain/archive.js';
import { isWaiting } from './dossier.js';
import type { Dossier } from './dossier.js';
import { Archives } from './ports/archives.js';
import { Dossiers } from './ports/dossiers.js';
import { ArchivePacker, SummaryRenderer, ThumbnailMaker } from './ports/renderers.js';
import type { Thumbnail } from './ports/renderers.js';
import { SettleArchiveHandler } from './settle-archive.handler.js';

const MAX_SUMMARY_BYTES = 50 * 1024 * 1024;
/** The size of a document travels as 32 bits. */
const MAX_ARCHIVE_BYTES = 4 * 1024 ** 3 - 1;
const MAX_THUMBNAILS = 30;

/**
 * Makes the summary and the archive of a closed ticket. It may be killed at any point and run again:
 * the same dossier gives the same bytes, which the store keeps once.
 */
@Injectable()
export class BuildArchiveHandler {
  private readonly logger = new Logger(BuildArchiveHandler.name);

  constructor(
    private readonly archives: Archives,
    private readonly dossiers: Dossiers,
    private readonly files: FileStore,
    private readonly thumbnails: ThumbnailMaker,
    private readonly summaries: SummaryRenderer,
    private readonly packer: ArchivePacker,
    private readonly settle: SettleArchiveHandler,
    private readonly clock: Clock,
  ) {}

  /** Throws when it is worth trying again. */
  async execute(agencyId: string, ticketId: string): Promise<void> {
    const archive = await this.archives.begin(agencyId, ticketId);
    if (!archive) return;
    if (isExhausted(archive)) {
      // Earlier builds died with their process before they could say why.
      await this.archives.fail(archive, 'TOO_MANY_ATTEMPTS', this.clock.now());
      return;
    }
    try {
      const dossier = await this.dossiers.read(agencyId, ticketId);
      if (dossier?.status !== 'CLOSED') {
        // The reopening or the end of the ticket overtook its closing.
        await this.archives.withdraw(archive);
        return;
      }
      const readAt = this.clock.now();
      const made = await this.build(archive, { ...dossier, readAt });
      const waiting = isWaiting(dossier);
      await this.archives.complete(archive, made, this.clock.now(), { readAt, waiting });
      await this.erase(agencyId, ticketId, archive);
      // What settled meanwhile found nothing that was ready, and the queue has this very job still.
      if (waiting && (await this.settle.execute(agencyId, ticketId, this.clock.now()))) {
        await this.execute(agencyId, ticketId);
      }
    } catch (error) {
      if (!isLastAttempt(archive)) throw error;
      this.logger.error({ err: error, agencyId, ticketId }, 'archive given up');
      await this.archives.fail(archive, reasonOf(error), this.clock.now());
    }
  }

  /** What this one took the place of. */
  private async erase(agencyId: string, ticketId: string, archive: Archive): Promise<void> {
    const made = madeOf(archive);
    if (made) await this.files.erase(agencyId, [made.summary.id, made.archive.id], [`ticket:${ticketId}`]);
  }

  private async build({ agencyId }: Archive, read: Dossier): Promise<ArchiveDocuments> {
    const dossier = await this.markMissing(agencyId, read);
    const pictures = await this.picturesOf(agencyId, dossier);
    const summary = await this.files.put(
      agencyId,
      this.summaries.fileName(dossier),
      this.summaries.render(dossier, pictures),
      { maxBytes: MAX_SUMMARY_BYTES, accept: ['application/pdf'] },
    );
    const archive = await this.files.put(
      agencyId,
      this.packer.fileName(dossier),
      // It is handed around: a photo says no more where it was taken.
      this.packer.pack(dossier, summary, (document) =>
        openWithoutPosition(document, () => this.files.open(agencyId, document.id)),
      ),
      { maxBytes: MAX_ARCHIVE_BYTES, accept: ['application/zip'] },
    );
    return { summary, archive };
  }

  /** One lost file must not keep the others from the agency. */
  private async markMissing(agencyId: string, dossier: Dossier): Promise<Dossier> {
    const documents = await Promise.all(
      dossier.documents.map(async (document) => ({
        ...document,
        missing: !(await this.exists(agencyId, document)),
      })),
    );
    return { ...dossier, documents };
  }

  private async exists(agencyId: string, { id }: Document): Promise<boolean> {
    try {
      await this.files.stat(agencyId, id);
      return true;
    } catch (error) {
      if (codeOf(error) !== 'FILE_NOT_FOUND') throw error;
      this.logger.error({ agencyId, documentId: id }, 'document of a ticket is missing in the store');
      return false;
    }
  }

  /** One at a time: a photo takes a hundred megabytes once unpacked. */
  private async picturesOf(agencyId: string, { documents }: Dossier): Promise<Thumbnail[]> {
    const pictures: Thumbnail[] = [];
    for (const document of documents) {
      if (pictures.length === MAX_THUMBNAILS) break;
      if (document.missing || !this.thumbnails.accepts(document)) continue;
      const jpeg = await this.thumbnails.make(document, await this.files.open(agencyId, document.id));
      if (jpeg) pictures.push({ document, jpeg });
    }
    return pictures;
  }
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function reasonOf(error: unknown): string {
  return codeOf(error) ?? 'ARCHIVE_BUILD_FAILED';
}
