import { create } from '@bufbuild/protobuf';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import {
  BuildingFileSchema,
  CertificateKind,
  LeaseFileSchema,
  PropertyFilesService,
  RentLineKind,
  SaleFileSchema,
  SaleKind,
  UnitFileSchema,
  UnitKind,
} from '@intervia/contracts';
import { MessagingModule, NoHttpAdapter, RpcMethod, listen } from '@intervia/messaging';
import { Controller, Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';

/** Words that no body to the partner's feed may hold, one for each field of the base that says who or where exactly. */
export const PERSONAL = {
  owner: 'Proprio-Lefevre',
  tenant: 'Locataire-Diallo',
  street: '37bis rue du Secret',
  building: 'Résidence Confidentielle',
  unitLabel: 'Appartement 4711',
  managementCode: 'GEST-4711',
  mandate: 'mandat-815',
  door: 'porte-B42',
  account: '411DIALLO',
  taxIdentifier: '698123456789',
  note: 'Madame Diallo sonne deux fois',
} as const;

/** The directory as the bridge sees it: one agency's leases, units, buildings and sales. */
export class FakeDirectory {
  readonly leases = new Map<string, proto.LeaseFile>();
  readonly units = new Map<string, proto.UnitFile>();
  readonly sales: proto.SaleFile[] = [];

  /** A dwelling of 50 m², let since then for so much and 60 € of charges. */
  let(unitId: string, calledFrom: string, rentCents: number, more: { furnished?: boolean } = {}): void {
    this.units.set(unitId, create(UnitFileSchema, { ...aUnit(unitId), ...more }));
    this.leases.set(
      `lease-${unitId}`,
      create(LeaseFileSchema, {
        ...{ id: `lease-${unitId}`, unitId, calledFrom, accountId: PERSONAL.account, notes: PERSONAL.note },
        permanentLines: [
          { label: PERSONAL.tenant, kind: RentLineKind.RENT, amountCents: rentCents },
          { label: 'Charges', kind: RentLineKind.CHARGES, amountCents: 6_000 },
          { label: 'Parking', kind: RentLineKind.OTHER, amountCents: 4_000 },
        ],
      }),
    );
  }

  revise(unitId: string, rentCents: number, effectOn: string): void {
    const lease = this.leases.get(`lease-${unitId}`);
    const [line] = lease?.permanentLines ?? [];
    if (!lease || !line) throw new Error(unitId);
    lease.revisions.push({
      ...create(LeaseFileSchema, { revisions: [{ effectOn, oldRentCents: line.amountCents }] }).revisions[0]!,
    });
    line.amountCents = rentCents;
  }

  sell(unitId: string, signedOn: string, priceCents: number): void {
    this.units.set(unitId, create(UnitFileSchema, aUnit(unitId)));
    this.sales.push(
      create(SaleFileSchema, {
        ...{ id: `sale-${unitId}`, unitId, kind: SaleKind.COMPROMIS, signedOn, priceCents },
      }),
    );
  }
}

const aUnit = (id: string): MessageInitShape<typeof UnitFileSchema> & object => ({
  ...{ id, buildingId: 'building', kind: UnitKind.FLAT, floor: '3e étage', habitableDm2: 5_000, rooms: 2 },
  ...{ bedrooms: 1, label: PERSONAL.unitLabel, managementCode: PERSONAL.managementCode },
  ...{ mandateId: PERSONAL.mandate, ownerId: PERSONAL.owner, tenantIds: [PERSONAL.tenant] },
  ...{ door: PERSONAL.door, taxIdentifier: PERSONAL.taxIdentifier, annexes: [`Cave de ${PERSONAL.tenant}`] },
  certificates: [{ kind: CertificateKind.DPE, madeOn: '2001-01-01', energyClass: 'C', climateClass: 'B' }],
});

const BUILDING = create(BuildingFileSchema, {
  ...{ id: 'building', name: PERSONAL.building, floors: 5, lift: true, builtIn: 1974 },
  address: { line: PERSONAL.street, postalCode: '69003', city: 'Lyon' },
});

const { method } = PropertyFilesService;
/** Every test turns pages. */
const PAGE = 2;

function paged<T>(all: readonly T[], cursor: string): { items: T[]; nextCursor: string } {
  const from = Number(cursor || 0);
  return {
    items: all.slice(from, from + PAGE),
    nextCursor: from + PAGE < all.length ? String(from + PAGE) : '',
  };
}

@Controller()
class FakeController {
  constructor(private readonly state: FakeDirectory) {}

  @RpcMethod(method.listEntities)
  async entities(
    @Payload() _request: proto.ListEntitiesRequest,
  ): Promise<MessageInitShape<typeof proto.ListEntitiesResponseSchema>> {
    return { entities: [{ id: 'ent-1', name: 'Cabinet des Tilleuls' }] };
  }

  @RpcMethod(method.getPropertyFiles)
  async files(
    @Payload() { unitIds, buildingIds }: proto.GetPropertyFilesRequest,
  ): Promise<MessageInitShape<typeof proto.GetPropertyFilesResponseSchema>> {
    const units = unitIds.flatMap((id) => this.state.units.get(id) ?? []);
    return {
      files: [
        ...units.map((value) => ({ file: { case: 'unit' as const, value } })),
        ...buildingIds.map(() => ({ file: { case: 'building' as const, value: BUILDING } })),
      ],
    };
  }

  @RpcMethod(method.listLeases)
  async leases(
    @Payload() { caller, unitId, cursor }: proto.ListLeasesRequest,
  ): Promise<MessageInitShape<typeof proto.ListLeasesResponseSchema>> {
    const all = caller?.agencyId === 'tilleuls' ? [...this.state.leases.values()] : [];
    const wanted = all.filter((lease) => !unitId || lease.unitId === unitId);
    const { items, nextCursor } = paged(wanted, cursor);
    return { leases: items.map((lease) => ({ lease, tenantName: PERSONAL.tenant })), nextCursor };
  }

  @RpcMethod(method.listSales)
  async sales(
    @Payload() { signedFrom, cursor }: proto.ListSalesRequest,
  ): Promise<MessageInitShape<typeof proto.ListSalesResponseSchema>> {
    const { items, nextCursor } = paged(
      this.state.sales.filter(({ signedOn }) => signedOn >= signedFrom),
      cursor,
    );
    return { sales: items, nextCursor };
  }
}

@Module({})
class FakeModule {}

export async function startDirectory(natsUrl: string, state: FakeDirectory): Promise<INestApplication> {
  const module = {
    module: FakeModule,
    imports: [MessagingModule.forRoot({ service: 'directory', natsUrl, clock: 'movable' })],
    controllers: [FakeController],
    providers: [{ provide: FakeDirectory, useValue: state }],
  };
  const app = await NestFactory.create(module, new NoHttpAdapter(), { logger: false });
  await listen(app, { service: 'directory' });
  return app;
}
