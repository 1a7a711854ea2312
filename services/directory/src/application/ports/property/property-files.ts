import type { FileKind, FilesByKind, PropertyFile } from '../../../domain/property/property-file.js';

/** The files of rental management, one document each. Staged ones are elsewhere: nothing here is invisible. */
export abstract class PropertyFiles {
  /** Those that are there, in no order. */
  abstract find<K extends FileKind>(
    agencyId: string,
    kind: K,
    ids: readonly string[],
  ): Promise<FilesByKind[K][]>;
  /** Writes those that are not there yet; the same again changes nothing. */
  abstract create(agencyId: string, files: readonly PropertyFile[]): Promise<void>;
  /**
   * Changes a file once for a command, on its newest version, and answers what is stored then.
   * @returns undefined for a file that is not there
   */
  abstract change<K extends FileKind>(
    agencyId: string,
    asked: { kind: K; id: string; commandId: string },
    change: (record: FilesByKind[K]) => FilesByKind[K],
  ): Promise<FilesByKind[K] | undefined>;
  /** What LSC publishes takes the place of what is there. */
  abstract publish(agencyId: string, files: readonly PropertyFile[]): Promise<void>;
}
