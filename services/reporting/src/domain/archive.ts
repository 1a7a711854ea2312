/** A file kept by the document store. */
export interface Document {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
}

export interface ArchiveDocuments {
  /** Manual, "Obtenir le fichier de résumé du ticket". */
  summary: Document;
  /** Manual, "Obtenir les documents du ticket (.zip)". */
  archive: Document;
}

interface Identity {
  id: string;
  agencyId: string;
  ticketId: string;
  /** Builds begun; counted before each, so that one which kills its process counts too. */
  attempts: number;
}

/** PENDING becomes READY or FAILED, which are ends: what a late or repeated job brings is dropped. */
export type Archive = Identity &
  /** While one is made again, the one before it still serves. */
  (
    | { state: 'PENDING'; former?: ArchiveDocuments }
    | ({ state: 'READY'; readyAt: Date } & ArchiveDocuments)
    | { state: 'FAILED'; failedAt: Date; reason: string }
  );

/** What may be had of it now. */
export const madeOf = (archive: Archive): ArchiveDocuments | undefined =>
  archive.state === 'READY' ? archive : archive.state === 'PENDING' ? archive.former : undefined;

export type ArchiveState = Archive['state'];

/** With doubling pauses: about an hour and a half of outage is survived. */
export const MAX_ATTEMPTS = 10;

export function isExhausted(archive: Archive): boolean {
  return archive.attempts > MAX_ATTEMPTS;
}

export function isLastAttempt(archive: Archive): boolean {
  return archive.attempts >= MAX_ATTEMPTS;
}
