import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { FileScope, Run } from '../../domain/file/records.js';
import { caf12Row } from '../../domain/selection/caf12.js';
import { caf32Row } from '../../domain/selection/caf32.js';
import { caf42Row } from '../../domain/selection/caf42.js';
import { personsOf } from '../../domain/selection/person.js';
import type { Row } from '../../domain/selection/row.js';
import type { Tenancy } from '../../domain/selection/tenancy.js';
import type { EntitySettings, Organisme } from '../../domain/settings/settings.js';
import type { RadiationRecord } from '../../domain/radiation/record.js';
import { parisDay } from '@intervia/french';
import { LegalCases, Radiations } from '../ports/stores.js';
import { Tenants } from '../ports/tenants.js';

export interface RowPage {
  rows: readonly Row[];
  next?: string;
}

interface Asked {
  agencyId: string;
  settings: EntitySettings;
  organisme: Organisme;
  scope: FileScope;
}

/** Tenants whose rows are looked at by a person. */
const SHOWN_AT_ONCE = 25;

type Rows = (tenancies: readonly Tenancy[], asked: Asked) => Promise<Row[]>;

/** The rows of a message, page by page as the directory gives tenants. */
@Injectable()
export class RowSource {
  constructor(
    private readonly tenants: Tenants,
    private readonly cases: LegalCases,
    private readonly radiations: Radiations,
    private readonly clock: Clock,
  ) {}

  async page(asked: Asked, cursor?: string): Promise<RowPage> {
    const { agencyId, scope } = asked;
    const wanted = { entityId: scope.entityId, presentOnly: false, limit: SHOWN_AT_ONCE };
    const { tenancies, next } = await this.tenants.page(agencyId, wanted, cursor);
    return { rows: await this.rowsOf(tenancies, asked), next };
  }

  async *pages(asked: Asked, run?: Run): AsyncGenerator<readonly Row[]> {
    if (asked.scope.message === 'CAF42') {
      yield* this.leavers(asked, run);
      return;
    }
    const wanted = { entityId: asked.scope.entityId, presentOnly: false };
    for await (const tenancies of this.tenants.pages(asked.agencyId, wanted))
      yield await this.rowsOf(tenancies, asked);
  }

  private rowsOf(tenancies: readonly Tenancy[], asked: Asked): Promise<Row[]> {
    const { message } = asked.scope;
    switch (message) {
      case 'CAF12':
        return this.rents(tenancies, asked);
      case 'CAF32':
        return this.arrears(tenancies, asked);
      case 'CAF42':
        return Promise.resolve([]);
      default:
        return message satisfies never;
    }
  }

  private readonly rents: Rows = async (tenancies, { settings, organisme, scope }) => {
    const request = { settings, organisme, year: scope.year, today: parisDay(this.clock.now()) };
    return tenancies.flatMap(personsOf).map((person) => caf12Row(person, request));
  };

  private readonly arrears: Rows = async (tenancies, { agencyId, settings, organisme }) => {
    const today = parisDay(this.clock.now());
    const known = await this.cases.open(
      agencyId,
      tenancies.map(({ leaseId }) => leaseId),
    );
    return tenancies.flatMap(personsOf).map((person) => {
      const { firstDefaultOn, constituted } = known.get(person.tenancy.leaseId) ?? {};
      return caf32Row(person, { settings, organisme, today, firstDefaultOn, constituted });
    });
  };

  private async *leavers({ agencyId, organisme }: Asked, run?: Run): AsyncGenerator<readonly Row[]> {
    for (const record of await this.radiationsOf(agencyId, run)) {
      const tenancy = await this.tenants.find(agencyId, record.leaving.leaseId);
      const person = tenancy && personsOf(tenancy).find(({ occupant }) => occupant.id === record.occupantId);
      if (!person) continue;
      yield [caf42Row(person, { organisme, nature: record.nature, leaving: record.leaving })];
    }
  }

  private radiationsOf(agencyId: string, run?: Run): Promise<RadiationRecord[]> {
    if (!run) return Promise.resolve([]);
    return run.regenerates
      ? this.radiations.ofFile(agencyId, run.regenerates)
      : this.radiations.ofRun(agencyId, run.id);
  }
}
