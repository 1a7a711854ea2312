import { create } from '@bufbuild/protobuf';
import { FixedClock } from '@intervia/clock';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { AidFund, PropertyFilesService, TenantFileSchema } from '@intervia/contracts';
import { AppError, MessagingModule, NoHttpAdapter, RpcMethod, listen } from '@intervia/messaging';
import { Controller, Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';

type Init = Extract<MessageInitShape<typeof TenantFileSchema>, { $typeName?: never }>;

const FIRST_DAY = FixedClock.at('2024-09-01T00:00:00Z').now().toISOString().slice(0, 10);

/** The directory as the bridge sees it: tenants of one agency, their numbers and their postings. */
export class FakeDirectory {
  readonly tenants = new Map<string, proto.TenantFile>();
  readonly postings = new Map<string, proto.Posting>();
  /** How often a posting was asked for, the repeated ones too. */
  posted = 0;
  /** Waited for between postings and their answer. */
  onPost: () => Promise<void> = async () => undefined;

  put(init: Init): proto.TenantFile {
    const tenant = create(TenantFileSchema, init);
    this.tenants.set(tenant.lease?.id ?? '', tenant);
    return tenant;
  }

  get(leaseId: string): proto.TenantFile {
    const tenant = this.tenants.get(leaseId);
    if (!tenant) throw new AppError('LEASE_NOT_FOUND', 'not-found');
    return tenant;
  }

  persons(): { tenant: proto.TenantFile; sharerId: string; aid?: proto.HousingAid; number: string }[] {
    return [...this.tenants.values()].flatMap((tenant) => {
      const { lease } = tenant;
      const sharers = lease?.sharers ?? [];
      return sharers.length > 0
        ? sharers.map(({ id, aid, cafNumber }) => ({ tenant, sharerId: id, aid, number: cafNumber }))
        : [{ tenant, sharerId: '', aid: lease?.aid, number: lease?.cafNumber ?? '' }];
    });
  }
}

const { method } = PropertyFilesService;

@Controller()
class FakeController {
  constructor(private readonly state: FakeDirectory) {}

  @RpcMethod(method.listEntities)
  async listEntities(
    @Payload() _request: proto.ListEntitiesRequest,
  ): Promise<MessageInitShape<typeof proto.ListEntitiesResponseSchema>> {
    return { entities: [{ id: 'ent-1', name: 'Cabinet des Tilleuls', siret: '73282932000074' }] };
  }

  @RpcMethod(method.listTenantsForCaf)
  async listTenants(
    @Payload() { entityId, cursor }: proto.ListTenantsForCafRequest,
  ): Promise<MessageInitShape<typeof proto.ListTenantsForCafResponseSchema>> {
    const all = [...this.state.tenants.values()]
      .filter(({ account }) => !entityId || account?.entityId === entityId)
      .filter(({ lease }) => lease?.aid || lease?.sharers.some(({ aid }) => aid));
    // Two a page: every test turns pages.
    const from = Number(cursor || 0);
    return { tenants: all.slice(from, from + 2), nextCursor: from + 2 < all.length ? String(from + 2) : '' };
  }

  @RpcMethod(method.getTenantFile)
  async getTenant(
    @Payload() { leaseId }: proto.GetTenantFileRequest,
  ): Promise<MessageInitShape<typeof proto.GetTenantFileResponseSchema>> {
    return { tenant: this.state.get(leaseId) };
  }

  @RpcMethod(method.matchCafTenants)
  async match(
    @Payload() { keys }: proto.MatchCafTenantsRequest,
  ): Promise<MessageInitShape<typeof proto.MatchCafTenantsResponseSchema>> {
    const matches = keys.flatMap((key, keyIndex) =>
      this.state
        .persons()
        .filter(({ tenant, aid, number }) => {
          if (key.cafNumber) return number === key.cafNumber;
          if (key.allocataireNumber) return aid?.allocataireNumber === key.allocataireNumber;
          return tenant.account?.number === key.accountNumber;
        })
        .map(({ tenant, sharerId, number }) => ({
          ...{ keyIndex, leaseId: tenant.lease?.id ?? '', sharerId, accountId: tenant.account?.id ?? '' },
          ...{
            accountNumber: tenant.account?.number ?? '',
            name: tenant.party?.lastName ?? '',
            cafNumber: number,
          },
        })),
    );
    return { matches };
  }

  @RpcMethod(method.listLeases)
  async listLeases(
    @Payload() { search }: proto.ListLeasesRequest,
  ): Promise<MessageInitShape<typeof proto.ListLeasesResponseSchema>> {
    const found = [...this.state.tenants.values()].filter(({ party }) =>
      (party?.lastName ?? '').toUpperCase().includes(search),
    );
    return { leases: found.map(({ lease }) => ({ lease })) };
  }

  @RpcMethod(method.setCafNumbers)
  async setNumbers(
    @Payload() { numbers }: proto.SetCafNumbersRequest,
  ): Promise<MessageInitShape<typeof proto.SetCafNumbersResponseSchema>> {
    return {
      errorCodes: numbers.map(({ leaseId, sharerId, cafNumber }) => {
        const { lease } = this.state.get(leaseId);
        const holder = lease?.sharers.find(({ id }) => id === sharerId) ?? lease;
        if (holder?.cafNumber && holder.cafNumber !== cafNumber) return 'CAF_NUMBER_ALREADY_SET';
        if (holder) holder.cafNumber = cafNumber;
        return '';
      }),
    };
  }

  @RpcMethod(method.postToAccounts)
  async post(
    @Payload() { postings }: proto.PostToAccountsRequest,
  ): Promise<MessageInitShape<typeof proto.PostToAccountsResponseSchema>> {
    const results = postings.map((posting) => this.posted(posting));
    await this.state.onPost();
    return { results };
  }

  private posted(posting: proto.Posting): MessageInitShape<typeof proto.PostedToAccountSchema> {
    this.state.posted += 1;
    const known = this.state.postings.get(posting.id);
    if (known) return { posting: known };
    const account = this.state.tenants.get(posting.leaseId)?.account;
    if (!account) return { errorCode: 'ACCOUNT_NOT_FOUND' };
    account.balanceCents += posting.amountCents;
    const kept = { ...posting, balanceAfterCents: account.balanceCents };
    this.state.postings.set(posting.id, kept);
    return { posting: kept };
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

type Part<K extends keyof Init> = Extract<NonNullable<Init[K]>, { $typeName?: never }>;

const AID = { kind: 1, fund: AidFund.CAF, organisme: '075', amountCents: 25_000, paidToLandlord: true };

/** A tenant alone, with an aid of the CAF of Paris. */
export function aTenantFile(id: string, lease: Part<'lease'> = {}, unpaid: Init['unpaid'] = []): Init {
  const code = id.toUpperCase();
  return {
    lease: {
      ...{ id, accountId: `acc-${id}`, effectOn: FIRST_DAY, calledFrom: FIRST_DAY, cafNumber: `CAF-${code}` },
      aid: { ...AID, allocataireNumber: `99${code}` },
      permanentLines: [
        { label: 'Loyer', fiscalCode: 'LOY', kind: 1, amountCents: 65_000 },
        { label: 'Charges', fiscalCode: 'CHA', kind: 2, amountCents: 8_000 },
      ],
      ...lease,
    },
    account: { id: `acc-${id}`, entityId: 'ent-1', number: `411${code}`, balanceCents: 50_000 },
    party: { id: `party-${id}`, lastName: `Nom${id}`, firstName: 'Zoé' },
    unit: { id: `unit-${id}`, label: 'Appartement 12' },
    building: {
      name: 'Les Tilleuls',
      address: { line: '3 rue des Tilleuls', postalCode: '75011', city: 'Paris' },
    },
    unpaid,
  };
}
