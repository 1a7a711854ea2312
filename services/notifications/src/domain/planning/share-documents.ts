import type { Document } from '../facts/facts.js';

/** Before base64, which adds a third: below what nearly every mail server takes. */
export const MAIL_DOCUMENTS_BYTES = 10 * 1024 * 1024;

export interface SharedDocuments {
  readonly attached: readonly Document[];
  /** Named in the mail instead. */
  readonly leftOut: readonly Document[];
}

/** As many as fit, in their order: one that is too large does not keep the next ones out. */
export function shareDocuments(
  documents: readonly Document[],
  maxBytes = MAIL_DOCUMENTS_BYTES,
): SharedDocuments {
  const attached: Document[] = [];
  const leftOut: Document[] = [];
  let room = maxBytes;
  for (const document of documents) {
    if (document.size <= room) {
      attached.push(document);
      room -= document.size;
    } else {
      leftOut.push(document);
    }
  }
  return { attached, leftOut };
}
