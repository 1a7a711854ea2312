import { Injectable } from '@nestjs/common';
import { checkPublication } from '../../domain/check-publication.js';
import type { FieldError } from '@intervia/rules';
import { AgencyNotFound, InvalidPublication } from '../../domain/errors.js';
import type { Publication, ReferredKind } from '../../domain/publication.js';
import { recordCount, referencesElsewhere } from '../../domain/publication.js';
import { IndexUnits } from './index-units.js';
import { Agencies } from '../ports/agencies.js';
import { Buildings } from '../ports/buildings.js';
import { Contractors } from '../ports/contractors.js';
import { Parties } from '../ports/parties.js';
import { Units } from '../ports/units.js';
import { Users } from '../ports/users.js';
import { PublishFiles } from './publish-files.js';
import { SaveAccounts } from './save-accounts.js';
import { TellPlaceStaff } from './tell-place-staff.js';

/**
 * Stores what LSC publishes. Nothing is written unless every record is sound; after a crash in the middle
 * the same publication, sent again, ends what was begun.
 */
@Injectable()
export class PublishHandler {
  constructor(
    private readonly agencies: Agencies,
    private readonly users: Users,
    private readonly parties: Parties,
    private readonly contractors: Contractors,
    private readonly buildings: Buildings,
    private readonly units: Units,
    private readonly accounts: SaveAccounts,
    private readonly indexUnits: IndexUnits,
    private readonly tellPlaceStaff: TellPlaceStaff,
    private readonly files: PublishFiles,
  ) {}

  async execute(publication: Publication): Promise<number> {
    refuse(checkPublication(publication));
    const { agencyId, agency } = publication;
    if (!agency && !(await this.agencies.find(agencyId))) throw new AgencyNotFound();
    refuse([
      ...(await this.danglingReferences(publication)),
      ...(await this.accounts.takenMails(publication)),
      ...(await this.files.unknownReferences(publication)),
    ]);
    const files = await this.files.reserve(publication);

    await this.accounts.saveUsers(agencyId, publication.users);
    await this.parties.upsert(agencyId, publication.parties);
    await this.contractors.upsert(agencyId, publication.contractors);
    await this.buildings.upsert(agencyId, publication.buildings);
    await this.units.upsert(agencyId, publication.units);
    await this.accounts.saveClients(agencyId, publication.clients);
    await files.save();
    await this.indexUnits.after(publication);
    await this.tellPlaceStaff.after(publication);
    await files.index();
    // Last: an agency that answers has all that was published with it.
    if (agency) await this.agencies.save(agency);
    return recordCount(publication);
  }

  private async danglingReferences(publication: Publication): Promise<FieldError[]> {
    const references = referencesElsewhere(publication);
    const known = async (kind: ReferredKind) => {
      const ids = [...new Set(references.filter((reference) => reference.kind === kind).map(({ id }) => id))];
      return ids.length === 0 ? new Set<string>() : this[kind].knownIds(publication.agencyId, ids);
    };
    const byKind = {
      users: await known('users'),
      parties: await known('parties'),
      buildings: await known('buildings'),
    };
    return references
      .filter(({ kind, id }) => !byKind[kind].has(id))
      .map(({ field }) => ({ field, code: 'UNKNOWN_RECORD' }));
  }
}

/** @throws InvalidPublication */
function refuse(faults: readonly FieldError[]): void {
  if (faults.length > 0) throw new InvalidPublication(faults);
}
