import type { Archive, ArchiveDocuments } from '../../domain/archive.js';

/** As of when an archive tells of its ticket. */
export interface Reading {
  readonly readAt: Date;
  /** Messages were still under way. */
  readonly waiting: boolean;
}

export abstract class Archives {
  /** The archive of a ticket closed at that version, made PENDING if there is none yet. */
  abstract request(agencyId: string, ticketId: string, version: number, at: Date): Promise<Archive>;
  /** Forgets what an earlier version of the ticket asked for; a build under way finds nothing to complete. */
  abstract discardBefore(agencyId: string, ticketId: string, version: number): Promise<void>;
  /** A deleted ticket has none any more. */
  abstract discard(agencyId: string, ticketId: string): Promise<void>;
  /** Takes this one back; nothing when a later closing asked for another. */
  abstract withdraw(archive: Archive): Promise<void>;
  abstract find(agencyId: string, ticketId: string): Promise<Archive | undefined>;
  /** Counts an attempt. Undefined unless the archive is PENDING. */
  abstract begin(agencyId: string, ticketId: string): Promise<Archive | undefined>;
  /** PENDING → READY together with its event; nothing when another replica was faster. */
  abstract complete(archive: Archive, documents: ArchiveDocuments, at: Date, reading: Reading): Promise<void>;
  /** A READY one that told of messages under way, or was read before that moment. */
  abstract isBefore(agencyId: string, ticketId: string, at: Date): Promise<boolean>;
  /** Such a one is PENDING again, and serves until it is made; undefined when somebody else was faster. */
  abstract remake(agencyId: string, ticketId: string, at: Date): Promise<Archive | undefined>;
  /** PENDING → FAILED; nothing when another replica was faster. */
  abstract fail(archive: Archive, reason: string, at: Date): Promise<void>;
  /** Oldest first, a batch. */
  abstract pending(): Promise<Archive[]>;
}
