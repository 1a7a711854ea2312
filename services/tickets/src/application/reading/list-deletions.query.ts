import { Injectable } from '@nestjs/common';
import type { Tombstone } from '../../domain/opening/deletion.js';
import { ActorNotAllowed, InvalidCommand } from '../../domain/values/errors.js';
import type { Module } from '../../domain/values/model.js';
import type { Caller } from '../running/caller.js';
import { beyond, pageOf, readPosition } from './position.js';
import { Tombstones } from '../ports/tombstones.js';

interface DeletionPage {
  readonly deletions: readonly Tombstone[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** What was deleted, by whom and when. */
@Injectable()
export class ListDeletionsQuery {
  constructor(private readonly tombstones: Tombstones) {}

  async execute(
    { agencyId, actor }: Caller,
    request: { readonly module?: Module; readonly cursor: string; readonly limit: number },
  ): Promise<DeletionPage> {
    if (actor.kind !== 'USER') throw new ActorNotAllowed('ListDeletions');
    if (!request.module) throw new InvalidCommand([{ field: 'module', code: 'REQUIRED' }]);
    const limit = Math.min(request.limit || DEFAULT_LIMIT, MAX_LIMIT);
    const found = await this.tombstones.page({
      agencyId,
      module: request.module,
      after: readPosition(request.cursor),
      limit: beyond(limit),
    });
    const { items, nextCursor } = pageOf(found, limit, ({ at, ticketId }) => ({ at, id: ticketId }));
    return { deletions: items, nextCursor };
  }
}
