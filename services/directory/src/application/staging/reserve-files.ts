import { Injectable } from '@nestjs/common';
import type { FileFault } from '../../domain/staging/staged-file.js';
import type { KeyClaim } from '../../domain/property/keys.js';
import { keyClaims, keyText } from '../../domain/property/keys.js';
import type { PropertyFile } from '../../domain/property/property-file.js';
import { recordsOf } from '../../domain/property/property-file.js';
import { spanOf } from '../../domain/tenancy/occupancy.js';
import { KeyClaims } from '../ports/property/key-claims.js';
import type { TakenKey } from '../ports/property/key-claims.js';
import { Occupancies } from '../ports/property/occupancies.js';
import { PropertyFiles } from '../ports/property/property-files.js';

export interface Placed {
  file: PropertyFile;
  path: string;
}

/** Takes for a command what only one file may have: codes, numbers, days in a unit. */
@Injectable()
export class ReserveFiles {
  constructor(
    private readonly claims: KeyClaims,
    private readonly occupancies: Occupancies,
    private readonly files: PropertyFiles,
  ) {}

  /** What others have. Whoever refuses for it releases the rest. */
  async reserve(agencyId: string, commandId: string, placed: readonly Placed[]): Promise<FileFault[]> {
    const wanted = placed.flatMap(({ file, path }) => keyClaims(file, path));
    const twice = doubled(wanted);
    if (twice.length > 0) return twice;
    const taken = await this.claims.claim(agencyId, commandId, wanted);
    const byKey = new Map(taken.map((one) => [keyText(one.key), one]));
    const faults = wanted.flatMap(({ key, path }) => {
      const holder = byKey.get(keyText(key));
      return holder ? [takenFault(holder, path)] : [];
    });
    // One after the other: of two leases of the same unit in one command, the second must see the first.
    for (const { file, path } of placed) {
      if (file.kind !== 'lease') continue;
      const { record } = file;
      const other = await this.occupancies.reserve(agencyId, record.unitId, spanOf(record), commandId);
      if (other)
        faults.push({
          field: `${path}.unitId`,
          code: 'UNIT_LET_MEANWHILE',
          params: { leaseId: other.leaseId, from: other.from, until: other.until },
        });
    }
    return faults;
  }

  async release(agencyId: string, commandId: string, files: readonly PropertyFile[]): Promise<void> {
    await this.claims.release(agencyId, commandId);
    await this.occupancies.release(agencyId, commandId);
    // A lease that was only to be changed has its days back.
    const leases = recordsOf(files, 'lease').map(({ id }) => id);
    if (leases.length === 0) return;
    for (const lease of await this.files.find(agencyId, 'lease', leases))
      await this.occupancies.reserve(agencyId, lease.unitId, spanOf(lease), '');
  }

  async keep(agencyId: string, commandId: string): Promise<void> {
    await Promise.all([this.claims.keep(agencyId, commandId), this.occupancies.keep(agencyId, commandId)]);
  }

  /** After a change: codes that a file does not have any more are free. */
  async retain(agencyId: string, files: readonly PropertyFile[]): Promise<void> {
    for (const file of files) {
      // A running mandate also holds its units, which do not stand in it; an ended one lets them go.
      if (file.kind === 'mandate' && file.record.endedOn === '') continue;
      const keys = keyClaims(file, '').filter(({ holderId }) => holderId === file.record.id);
      await this.claims.retain(
        agencyId,
        file.record.id,
        keys.map(({ key }) => key),
      );
    }
  }
}

const takenFault = ({ key, holderId }: TakenKey, path: string): FileFault =>
  key.kind === 'unit-mandate'
    ? { field: path, code: 'UNIT_UNDER_MANDATE', params: { mandateId: holderId } }
    : { field: path, code: 'KEY_TAKEN', params: { value: key.value, holderId } };

/** Two files of the same command with the same code. */
function doubled(claims: readonly KeyClaim[]): FileFault[] {
  const first = new Map<string, string>();
  return claims.flatMap(({ key, holderId, path }) => {
    const holder = first.get(keyText(key));
    if (holder === undefined) {
      first.set(keyText(key), path);
      return [];
    }
    return [{ field: path, code: 'KEY_TAKEN', params: { value: key.value, holderId } }];
  });
}
