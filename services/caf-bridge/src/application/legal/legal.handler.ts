import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { countdown } from '../../domain/legal/constitution.js';
import type { LegalCase } from '../../domain/legal/case.js';
import type { DocumentRef } from '../../domain/file/records.js';
import { NotFound } from '../../domain/values/errors.js';
import type { Day } from '../../domain/values/day.js';
import { byName, idOf } from '../caller.js';
import type { Command } from '../caller.js';
import { parisDay } from '@intervia/french';
import { LegalCases } from '../ports/stores.js';
import type { StoredAlert } from '../ports/stores.js';
import { Tenants } from '../ports/tenants.js';
import { waitAWhile } from '../within.js';
import { ScanHandler } from './scan.handler.js';

export interface CaseView extends LegalCase {
  deadline: Day;
  daysLeft: number;
}

@Injectable()
export class LegalHandler {
  constructor(
    private readonly cases: LegalCases,
    private readonly scan: ScanHandler,
    private readonly tenants: Tenants,
    private readonly clock: Clock,
  ) {}

  /** Those that a rule of the law has met, the most urgent first. */
  async list(
    agencyId: string,
    filter: { entityId?: string; cleared: boolean },
    refresh: boolean,
  ): Promise<{ cases: CaseView[]; scannedAt?: Date }> {
    const scannedAt = await this.scanned(agencyId, refresh);
    const found = await this.cases.list(agencyId, filter);
    const views = found.filter(({ constituted }) => constituted).map((one) => this.viewOf(one));
    return { cases: views.sort((a, b) => order(a).localeCompare(order(b))), scannedAt };
  }

  async alerts(agencyId: string): Promise<{ alerts: StoredAlert[]; scannedAt?: Date }> {
    const scannedAt = await this.scanned(agencyId, false);
    return { alerts: (await this.cases.scan(agencyId))?.alerts ?? [], scannedAt };
  }

  /** "Signalé le", with its proof. @throws NotFound */
  async report(
    { caller }: Command,
    caseId: string,
    reported: { on: Day; how: string; proof?: DocumentRef },
  ): Promise<CaseView> {
    const kept = { ...reported, by: byName(caller), fileId: '' };
    if (!(await this.cases.report(caller.agencyId, caseId, kept))) throw new NotFound('CASE', caseId);
    const found = await this.cases.find(caller.agencyId, caseId);
    if (!found) throw new NotFound('CASE', caseId);
    return this.viewOf(found);
  }

  /** @throws NotFound when the entity has no tenant with that account */
  async recordOffer(command: Command, account: string, receivedOn: Day): Promise<string> {
    const { agencyId } = command.caller;
    const [[tenant] = []] = await this.tenants.match(agencyId, [{ account }]);
    if (!tenant) throw new NotFound('ACCOUNT', account);
    const id = idOf(command);
    await this.cases.addOffer({ id, agencyId, leaseId: tenant.leaseId, receivedOn });
    await waitAWhile(this.scan.execute(agencyId));
    return id;
  }

  async answerOffer({ caller }: Command, id: string, answeredOn: Day, accepted: boolean): Promise<void> {
    const { agencyId } = caller;
    if (!(await this.cases.answerOffer(agencyId, id, answeredOn, accepted))) throw new NotFound('OFFER', id);
    await waitAWhile(this.scan.execute(agencyId));
  }

  private async scanned(agencyId: string, refresh: boolean): Promise<Date | undefined> {
    const before = await this.cases.scan(agencyId);
    if (!refresh && before?.day === parisDay(this.clock.now())) return before.scannedAt;
    await waitAWhile(this.scan.execute(agencyId));
    return (await this.cases.scan(agencyId))?.scannedAt;
  }

  private viewOf(found: LegalCase): CaseView {
    const today = parisDay(this.clock.now());
    return { ...found, ...countdown(found.constituted?.on ?? today, today) };
  }
}

/** What is still to be reported comes before what was, the earliest deadline first. */
const order = ({ reported, clearedOn, deadline }: CaseView): string =>
  `${clearedOn ? 2 : reported ? 1 : 0}${deadline}`;
