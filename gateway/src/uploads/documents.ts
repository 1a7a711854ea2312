import type { StoredFile } from '@intervia/files';
import { FileStore } from '@intervia/files';
import { Injectable } from '@nestjs/common';
import type { FieldFault } from '../http/problem.js';
import { InvalidRequest } from '../http/problem.js';
import type { SignedIn, SignedInClient } from '../session/sessions.js';

/** Who names documents in a request. */
export type Namer = SignedIn | SignedInClient;

/** What a request makes of them: it keeps them from being swept, and tells what may be erased with what. */
export interface Naming {
  /** E.g. `ticket:17`. */
  readonly use: string;
  /** What stands there already may be named again, whoever sent it. */
  readonly known?: readonly string[];
}

/** Of a ticket that has no id yet. */
export const OF_OPENING: Naming = { use: 'opening' };

export const ownerKey = (me: Namer): string =>
  'client' in me ? `client:${me.client.id}` : `user:${me.user.id}`;

/** Documents that a command names by id: its sender's own. An id that somebody has only seen is no document. */
@Injectable()
export class Documents {
  constructor(private readonly store: FileStore) {}

  /** An id that is unknown, or another's, is a fault of its field. */
  async resolve(
    me: Namer,
    ids: readonly string[],
    field: string,
    faults: FieldFault[],
    naming: Naming,
  ): Promise<StoredFile[]> {
    const found = await Promise.all(ids.map((id) => this.named(me, id, naming)));
    found.forEach((file, index) => {
      if (!file) faults.push({ field: `${field}.${index}`, code: 'DOCUMENT_UNKNOWN' });
    });
    return found.filter((file) => file !== undefined);
  }

  /** One that need not be there. @throws INVALID_REQUEST */
  async optional(
    me: Namer,
    id: string | undefined,
    field: string,
    naming: Naming,
  ): Promise<StoredFile | undefined> {
    return id === undefined ? undefined : this.one(me, id, field, naming);
  }

  /** All of them, or the faults of the request. @throws INVALID_REQUEST */
  async all(
    me: Namer,
    ids: readonly string[] | undefined,
    field: string,
    naming: Naming,
  ): Promise<StoredFile[]> {
    const faults: FieldFault[] = [];
    const files = await this.resolve(me, ids ?? [], field, faults, naming);
    if (faults.length > 0) throw new InvalidRequest(faults);
    return files;
  }

  /** @throws INVALID_REQUEST */
  async one(me: Namer, id: string, field: string, naming: Naming): Promise<StoredFile> {
    const file = await this.named(me, id, naming);
    if (!file) throw new InvalidRequest([{ field, code: 'DOCUMENT_UNKNOWN' }]);
    return file;
  }

  private async named(me: Namer, id: string, { use, known = [] }: Naming): Promise<StoredFile | undefined> {
    const { agencyId } = me;
    try {
      const owner = await this.store.ownerOf(agencyId, id);
      // Of before documents had an owner: the agency's own people may still name it.
      const isTheirs = owner === ownerKey(me) || (owner === undefined && 'user' in me);
      if (!isTheirs && !known.includes(id)) return undefined;
      await this.store.use(agencyId, id, use);
      return await this.store.stat(agencyId, id);
    } catch (error) {
      if ((error as { code?: string }).code === 'FILE_NOT_FOUND') return undefined;
      throw error;
    }
  }
}
