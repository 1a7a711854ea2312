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

/** Of uploads that nothing names, and of bytes that no document has. */
export interface SweptFiles {
  readonly documents: number;
  readonly blobs: number;
}

export interface PutLimits {
  /** Whose it is, e.g. `user:u1`, `client:p7`, `link:m3`: nobody else names it by its id. Default: the platform's own. */
  owner?: string;
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
  /** @throws FileTooLarge, FileEmpty, FileTypeRefused, FileInfected, ScanUnavailable; nothing is left then. */
  abstract stage(agencyId: string, name: string, content: Readable, limits?: PutLimits): Promise<StagedFile>;

  /** @throws FileNotFound */
  abstract stat(agencyId: string, id: string): Promise<StoredFile>;

  /** @throws FileNotFound. Undefined for one of before documents had an owner. */
  abstract ownerOf(agencyId: string, id: string): Promise<string | undefined>;

  /** What names a document keeps it from being swept. @throws FileNotFound */
  abstract use(agencyId: string, id: string, use: string): Promise<void>;

  /** They exist no more, unless something other than those uses names them; their bytes go with the next sweep. */
  abstract erase(agencyId: string, ids: readonly string[], uses: readonly string[]): Promise<void>;

  /** Of all agencies: uploads of more than a week that nothing names, and bytes without a document. */
  abstract sweep(now: Date): Promise<SweptFiles>;

  /** @throws FileNotFound */
  abstract open(agencyId: string, id: string): Promise<Readable>;

  /** @throws as `stage`; nothing is kept then. */
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
