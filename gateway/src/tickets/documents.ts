import type { StoredFile } from '@intervia/files';
import { FileStore } from '@intervia/files';
import { Injectable } from '@nestjs/common';
import type { FieldFault } from '../http/problem.js';
import { InvalidRequest } from '../http/problem.js';

/** Documents that a command names by id. */
@Injectable()
export class Documents {
  constructor(private readonly store: FileStore) {}

  /** An id that is unknown, or another agency's, is a fault of its field. */
  async resolve(
    agencyId: string,
    ids: readonly string[],
    field: string,
    faults: FieldFault[],
  ): Promise<StoredFile[]> {
    const found = await Promise.all(ids.map((id) => this.stat(agencyId, id)));
    found.forEach((file, index) => {
      if (!file) faults.push({ field: `${field}.${index}`, code: 'DOCUMENT_UNKNOWN' });
    });
    return found.filter((file) => file !== undefined);
  }

  /** One that need not be there. @throws INVALID_REQUEST */
  async optional(agencyId: string, id: string | undefined, field: string): Promise<StoredFile | undefined> {
    return id === undefined ? undefined : this.one(agencyId, id, field);
  }

  /** All of them, or the faults of the request. @throws INVALID_REQUEST */
  async all(agencyId: string, ids: readonly string[] | undefined, field: string): Promise<StoredFile[]> {
    const faults: FieldFault[] = [];
    const files = await this.resolve(agencyId, ids ?? [], field, faults);
    if (faults.length > 0) throw new InvalidRequest(faults);
    return files;
  }

  /** @throws INVALID_REQUEST */
  async one(agencyId: string, id: string, field: string): Promise<StoredFile> {
    const file = await this.stat(agencyId, id);
    if (!file) throw new InvalidRequest([{ field, code: 'DOCUMENT_UNKNOWN' }]);
    return file;
  }

  private async stat(agencyId: string, id: string): Promise<StoredFile | undefined> {
    try {
      return await this.store.stat(agencyId, id);
    } catch (error) {
      if ((error as { code?: string }).code === 'FILE_NOT_FOUND') return undefined;
      throw error;
    }
  }
}
