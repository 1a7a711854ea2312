import { Injectable } from '@nestjs/common';
import type { FileReference, NamedKind } from '../../domain/property/references.js';
import { Entities } from '../ports/property/entities.js';
import { PropertyFiles } from '../ports/property/property-files.js';
import { Users } from '../ports/users.js';

/** Which of the records that files name are there. */
@Injectable()
export class KnownRecords {
  constructor(
    private readonly files: PropertyFiles,
    private readonly entities: Entities,
    private readonly users: Users,
  ) {}

  /** The references to nothing. */
  async unknown(agencyId: string, references: readonly FileReference[]): Promise<FileReference[]> {
    const byKind = new Map<NamedKind, Set<string>>();
    for (const { kind, id } of references) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(id));
    const known = new Map(
      await Promise.all(
        [...byKind].map(async ([kind, ids]) => [kind, await this.known(agencyId, kind, [...ids])] as const),
      ),
    );
    return references.filter(({ kind, id }) => !known.get(kind)?.has(id));
  }

  private async known(agencyId: string, kind: NamedKind, ids: readonly string[]): Promise<Set<string>> {
    switch (kind) {
      case 'user':
        return this.users.knownIds(agencyId, ids);
      case 'entity':
        return idsOf(await this.entities.entities(agencyId));
      case 'card':
        return idsOf(await this.entities.cards(agencyId));
      case 'party':
      case 'account':
      case 'building':
      case 'mandate':
      case 'unit':
      case 'lease':
        return idsOf(await this.files.find(agencyId, kind, ids));
    }
  }
}

const idsOf = (records: readonly { id: string }[]): Set<string> => new Set(records.map(({ id }) => id));
