import { Clock } from '@intervia/clock';
import { Injectable, Logger } from '@nestjs/common';
import { alertsOf } from '../../domain/alerts/alerts.js';
import { lookAt } from '../../domain/legal/case.js';
import type { LegalCase } from '../../domain/legal/case.js';
import { arrearsOf } from '../../domain/selection/caf32.js';
import { personsOf } from '../../domain/selection/person.js';
import type { Tenancy } from '../../domain/selection/tenancy.js';
import type { EntitySettings } from '../../domain/settings/settings.js';
import type { Day } from '../../domain/values/day.js';
import { parisDay } from '@intervia/french';
import { LegalCases, SettingsStore } from '../ports/stores.js';
import type { StoredAlert, StoredOffer } from '../ports/stores.js';
import { Tenants } from '../ports/tenants.js';

/** Before anybody has saved settings: the nature of the lines tells the rent. */
const NO_SETTINGS: Pick<EntitySettings, 'fiscalCodes' | 'arrearsFilter'> = {
  fiscalCodes: [],
  arrearsFilter: 'MANUAL',
};

/** Alerts kept of one scan; there is a list to work off, not an archive. */
const MOST_ALERTS = 2_000;

/**
 * Looks at every tenant with an aid: keeps the first default, what was constituted and when, closes what was paid, and
 * finds what must be told without a message.
 */
@Injectable()
export class ScanHandler {
  private readonly logger = new Logger(ScanHandler.name);
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly tenants: Tenants,
    private readonly cases: LegalCases,
    private readonly store: SettingsStore,
    private readonly clock: Clock,
  ) {}

  /** Every agency with settings, once a day of Paris. */
  async daily(): Promise<void> {
    const day = parisDay(this.clock.now());
    for (const agencyId of await this.store.agencies()) {
      try {
        if ((await this.cases.scan(agencyId))?.day !== day) await this.execute(agencyId);
      } catch (error) {
        this.logger.warn({ err: error, agencyId }, 'tenants not looked at, tried again later');
      }
    }
  }

  /** One at a time for an agency: who asks meanwhile gets the result of the one under way. */
  execute(agencyId: string): Promise<void> {
    const running =
      this.running.get(agencyId) ?? this.scan(agencyId).finally(() => this.running.delete(agencyId));
    this.running.set(agencyId, running);
    return running;
  }

  private async scan(agencyId: string): Promise<void> {
    const now = this.clock.now();
    const today = parisDay(now);
    const settings = await this.store.allSettings(agencyId);
    const offers = await this.cases.offers(agencyId);
    const alerts: StoredAlert[] = [];
    const seen = new Set<string>();
    for await (const tenancies of this.tenants.pages(agencyId, { entityId: '', presentOnly: true })) {
      const leaseIds = tenancies.map(({ leaseId }) => leaseId);
      const [open, told] = [
        await this.cases.open(agencyId, leaseIds),
        await this.cases.told(agencyId, leaseIds),
      ];
      const changed: LegalCase[] = [];
      for (const tenancy of tenancies) {
        seen.add(tenancy.leaseId);
        const own = settings.find(({ value }) => value.entityId === tenancy.entityId)?.value;
        const found = this.look(agencyId, tenancy, open.get(tenancy.leaseId), own, today);
        if (found) changed.push(found);
        if (alerts.length < MOST_ALERTS)
          alerts.push(...alertsFor(tenancy, today, told.get(tenancy.leaseId), offers));
      }
      await this.cases.save(changed);
    }
    await this.closeGone(agencyId, seen, today);
    await this.cases.saveScan(agencyId, now, today, alerts);
  }

  private look(
    agencyId: string,
    tenancy: Tenancy,
    open: LegalCase | undefined,
    settings: EntitySettings | undefined,
    today: Day,
  ): LegalCase | undefined {
    const person = personsOf(tenancy).find(({ occupant }) => occupant.aid);
    if (!person) return undefined;
    const known = { firstDefaultOn: open?.firstDefaultOn, constituted: open?.constituted };
    const request = { settings: { ...NO_SETTINGS, ...settings } as EntitySettings, today, ...known };
    const { debt, legal, manualOn } = arrearsOf(person, request);
    return lookAt(
      agencyId,
      open,
      { tenancy, debt, constituted: legal, inCaf32: manualOn !== undefined },
      today,
    );
  }

  /** Who has left has no aid to be stopped any more. */
  private async closeGone(agencyId: string, seen: ReadonlySet<string>, today: Day): Promise<void> {
    const leases = (await this.cases.openLeases(agencyId)).filter((leaseId) => !seen.has(leaseId));
    for (let at = 0; at < leases.length; at += 100) {
      const open = await this.cases.open(agencyId, leases.slice(at, at + 100));
      await this.cases.save([...open.values()].map((found) => ({ ...found, clearedOn: today })));
    }
  }
}

function alertsFor(
  tenancy: Tenancy,
  today: Day,
  sharersTold: number | undefined,
  offers: readonly StoredOffer[],
): StoredAlert[] {
  const offer = offers.find(({ leaseId, answeredOn }) => leaseId === tenancy.leaseId && !answeredOn);
  return alertsOf(tenancy, { today, sharersTold, offer }).map((alert) => ({
    ...alert,
    leaseId: tenancy.leaseId,
    offerId: alert.kind === 'DIRECT_PAYMENT_OFFER' ? (offer?.id ?? '') : '',
  }));
}
