import type { Readable } from 'node:stream';
import type { DropError } from '../../domain/file/records.js';

/** The folder cannot be written to now. */
export class FolderTrouble extends Error {
  override readonly name = 'FolderTrouble';
  constructor(
    readonly reason: DropError,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/** Folders of the technical stations, below one root; each agency has its own. */
export abstract class Folders {
  /** Where it is on this machine. */
  abstract pathOf(agencyId: string, folder: string): string;
  abstract isWritable(agencyId: string, folder: string): Promise<boolean>;
  /** Makes it where it is named in the settings. */
  abstract prepare(agencyId: string, folder: string): Promise<void>;
  /** Writes the whole file beside its name, and flushes it. @throws FolderTrouble */
  abstract writePart(agencyId: string, folder: string, name: string, content: Readable): Promise<void>;
  /** Gives the written file its name; false when no part is there (it has its name already). @throws FolderTrouble */
  abstract rename(agencyId: string, folder: string, name: string): Promise<boolean>;
  /** Files that arrived and are not taken yet, whole: their size rests. */
  abstract arrived(agencyId: string, folder: string): Promise<string[]>;
  abstract read(agencyId: string, folder: string, name: string): Readable;
  /** Puts it aside, where the next look does not see it. */
  abstract takeAway(
    agencyId: string,
    folder: string,
    name: string,
    into: 'imported' | 'refused',
  ): Promise<void>;
  /** Tells when something arrives; an operating system may fail to: there is a sweep as well. */
  abstract watch(agencyId: string, folder: string, arrived: () => void): () => void;
}
