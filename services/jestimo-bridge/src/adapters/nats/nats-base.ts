import type { BuildingFile, LeaseRow, UnitFile } from '@intervia/contracts';
import { ActorKind, PropertyFilesService, SaleKind } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import type { Entity, ListedTenancy, Page } from '../../application/ports/base.js';
import { Base } from '../../application/ports/base.js';
import type { Sale, Tenancy, Unit } from '../../domain/values/base.js';
import { toTenancy, toUnit } from './from-directory.js';

/** Leases are whole files: the directory's answers stay short. */
const LEASES_AT_ONCE = 25;
const SALES_AT_ONCE = 100;
const SHARED_MOST = 100;

@Injectable()
export class NatsBase extends Base {
  private readonly directory;

  constructor(bus: BusClient) {
    super();
    this.directory = bus.service(PropertyFilesService);
  }

  override async entities(agencyId: string): Promise<Entity[]> {
    const { entities } = await this.directory.listEntities({ caller: callerOf(agencyId) });
    return entities.filter(({ closed }) => !closed).map(({ id, name }) => ({ id, name }));
  }

  override async units(agencyId: string, ids: readonly string[]): Promise<Map<string, Unit>> {
    const unitIds = [...new Set(ids)].filter(Boolean);
    if (unitIds.length === 0) return new Map();
    const caller = callerOf(agencyId);
    const { files } = await this.directory.getPropertyFiles({ caller, unitIds });
    const units = files.flatMap(({ file }) => (file.case === 'unit' ? [file.value] : []));
    const buildings = await this.buildings(agencyId, units);
    return new Map(units.map((unit) => [unit.id, toUnit(unit, buildings.get(unit.buildingId))]));
  }

  override async tenancies(agencyId: string, entityId: string, cursor = ''): Promise<Page<ListedTenancy>> {
    const { leases, nextCursor } = await this.directory.listLeases({
      ...{ caller: callerOf(agencyId), entityId, presentOnly: true, limit: LEASES_AT_ONCE, cursor },
    });
    const items = leases.flatMap(({ lease }) =>
      lease ? [{ ...toTenancy(lease), shared: lease.separateContracts }] : [],
    );
    return { items, next: nextCursor || undefined };
  }

  override async tenanciesOf(agencyId: string, unitId: string): Promise<Tenancy[]> {
    const caller = callerOf(agencyId);
    const { leases } = await this.directory.listLeases({
      ...{ caller, unitId, presentOnly: true, limit: SHARED_MOST },
    });
    return leases.flatMap(({ lease }: LeaseRow) => (lease ? [toTenancy(lease)] : []));
  }

  override async sales(
    agencyId: string,
    entityId: string,
    signedFrom: string,
    cursor = '',
  ): Promise<Page<Sale>> {
    const { sales, nextCursor } = await this.directory.listSales({
      ...{ caller: callerOf(agencyId), entityId, kind: SaleKind.COMPROMIS, signedFrom },
      ...{ limit: SALES_AT_ONCE, cursor },
    });
    const items = sales
      .filter(({ signedOn }) => signedOn !== '')
      .map(({ unitId, signedOn, priceCents }) => ({ unitId, signedOn, priceCents }));
    return { items, next: nextCursor || undefined };
  }

  private async buildings(agencyId: string, units: readonly UnitFile[]): Promise<Map<string, BuildingFile>> {
    const buildingIds = [...new Set(units.map(({ buildingId }) => buildingId))].filter(Boolean);
    if (buildingIds.length === 0) return new Map();
    const { files } = await this.directory.getPropertyFiles({ caller: callerOf(agencyId), buildingIds });
    return new Map(
      files.flatMap(({ file }) => (file.case === 'building' ? [[file.value.id, file.value] as const] : [])),
    );
  }
}

const callerOf = (agencyId: string) => ({ agencyId, actor: { kind: ActorKind.SYSTEM } });
