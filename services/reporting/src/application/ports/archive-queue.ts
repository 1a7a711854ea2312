import type { Archive } from '../../domain/archive.js';

export abstract class ArchiveQueue {
  /** Adds the jobs that are not there yet. Never throws: what could not be added is swept later. */
  abstract add(archives: readonly Archive[]): Promise<void>;
}
