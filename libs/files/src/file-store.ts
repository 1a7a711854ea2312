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

/** Read and checked, but not in the store yet: of several that belong together, all are kept or none. */
export interface StagedFile {
  /** As it is once kept. */
  readonly file: StoredFile;
  keep(): Promise<void>;
  /** Takes away what was not kept. What nobody drops, because its process was killed, goes after a day. */
  drop(): Promise<void>;
}

/** Documents by agency. An id of another agency is an id that does not exist. */
export abstract class FileStore {
  /** @throws FileTooLarge, FileEmpty, FileTypeRefused; nothing is left then. */
  abstract stage(agencyId: string, name: string, content: Readable, limits?: PutLimits): Promise<StagedFile>;

  /** @throws FileNotFound */
  abstract stat(agencyId: string, id: string): Promise<StoredFile>;

  /** @throws FileNotFound */
  abstract open(agencyId: string, id: string): Promise<Readable>;

  /** @throws FileTooLarge, FileEmpty, FileTypeRefused; nothing is kept then. */
  async put(agencyId: string, name: string, content: Readable, limits?: PutLimits): Promise<StoredFile> {
    const staged = await this.stage(agencyId, name, content, limits);
    try {
      await staged.keep();
      return staged.file;
    } finally {
      await staged.drop();
    }
  }
}
