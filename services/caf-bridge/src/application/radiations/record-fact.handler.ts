import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Leaving, RadiationFact, RadiationState } from '../../domain/radiation/radiation.js';
import { natureFor } from '../../domain/radiation/radiation.js';
import { radiationId } from '../../domain/radiation/record.js';
import type { RadiationRecord } from '../../domain/radiation/record.js';
import { nameOf } from '../../domain/selection/person.js';
import type { Occupant, Tenancy } from '../../domain/selection/tenancy.js';
import { Radiations, SettingsStore } from '../ports/stores.js';

const NOT_SENT: readonly RadiationRecord['state'][] = ['PENDING', 'BLOCKED', 'EXCLUDED'];

/** Writes down what a notice, its withdrawal or a departure sends; repeated, it writes nothing twice. */
@Injectable()
export class RecordFactHandler {
  constructor(
    private readonly radiations: Radiations,
    private readonly store: SettingsStore,
    private readonly clock: Clock,
  ) {}

  async execute(agencyId: string, fact: RadiationFact, tenancy: Tenancy, leaving: Leaving): Promise<void> {
    const settings = (await this.store.settings(agencyId, tenancy.entityId))?.value;
    const leavers = tenancy.occupants.filter(
      ({ id, aid }) => aid && (!leaving.sharerId || id === leaving.sharerId),
    );
    for (const occupant of leavers) {
      await this.ofPerson(agencyId, fact, tenancy, leaving, occupant, settings?.noticeSendsP ?? false);
    }
  }

  private async ofPerson(
    agencyId: string,
    fact: RadiationFact,
    tenancy: Tenancy,
    leaving: Leaving,
    occupant: Occupant,
    noticeSendsP: boolean,
  ): Promise<void> {
    const known = await this.radiations.ofPerson(agencyId, tenancy.leaseId, occupant.id);
    // What was not sent yet is overtaken: a withdrawn notice that nobody heard of needs no withdrawal.
    const overtakes =
      fact === 'NOTICE_GIVEN'
        ? []
        : known.filter(({ state, nature }) => nature === 'P' && NOT_SENT.includes(state));
    for (const record of overtakes) {
      if (await this.radiations.change(agencyId, record.id, NOT_SENT, { state: 'CANCELLED' }))
        record.state = 'CANCELLED';
      else record.state = 'SENT';
    }
    const nature = natureFor(fact, standingOf(known), noticeSendsP);
    if (!nature) return;
    await this.radiations.add({
      id: radiationId(agencyId, tenancy.leaseId, occupant.id, nature, leaving.noticeId),
      ...{ agencyId, entityId: tenancy.entityId, organisme: occupant.aid?.organisme ?? '' },
      ...{ occupantId: occupant.id, account: tenancy.account, name: nameOf(occupant), nature, leaving },
      ...(occupant.aid?.scheme === 'MSA'
        ? { state: 'EXCLUDED' as const, why: 'MSA' }
        : { state: 'PENDING' as const, why: '' }),
      ...{ runId: '', fileId: '', recordedAt: this.clock.now() },
    });
  }
}

/** What the caisse was told last, or is about to be. */
function standingOf(records: readonly RadiationRecord[]): RadiationState {
  return records.filter(({ state }) => state !== 'CANCELLED').at(-1)?.nature ?? 'NONE';
}
