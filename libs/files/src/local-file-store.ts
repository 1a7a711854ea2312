import type { Readable } from 'node:stream';
import { FileNotFound } from './errors.js';
import type { PutLimits, StoredFile } from './file-store.js';
import { FileStore } from './file-store.js';

export class LocalFileStore extends FileStore {
  private constructor(readonly root: string) {
    super();
  }

  static async open(root: string): Promise<LocalFileStore> {
    return new LocalFileStore(root);
  }

  async put(_agencyId: string, _name: string, _content: Readable, _limits?: PutLimits): Promise<StoredFile> {
    throw new FileNotFound('not written yet');
  }

  async stat(_agencyId: string, id: string): Promise<StoredFile> {
    throw new FileNotFound(id);
  }

  async open(_agencyId: string, id: string): Promise<Readable> {
    throw new FileNotFound(id);
  }
}
