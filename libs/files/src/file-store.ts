import type { Readable } from 'node:stream';

/** The shape of `intervia.common.v1.DocumentRef`. */
export interface StoredFile {
  id: string;
  /** For people, with its extension; safe as a file name. */
  name: string;
  /** Found in the bytes, never the sender's word. */
  mediaType: string;
  /** Bytes. */
  size: number;
  /** Lower-case hexadecimal. */
  sha256: string;
}

export interface PutLimits {
  /** Default 25 MB. */
  maxBytes: number;
  /** Default `DOCUMENT_TYPES`. */
  accept?: readonly string[];
}

/** Documents by agency. An id of another agency is an id that does not exist. */
export abstract class FileStore {
  /** @throws FileTooLarge, FileTypeRefused; nothing is kept then. */
  abstract put(agencyId: string, name: string, content: Readable, limits?: PutLimits): Promise<StoredFile>;

  /** @throws FileNotFound */
  abstract stat(agencyId: string, id: string): Promise<StoredFile>;

  /** @throws FileNotFound */
  abstract open(agencyId: string, id: string): Promise<Readable>;
}
