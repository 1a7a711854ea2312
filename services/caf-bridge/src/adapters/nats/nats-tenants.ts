import { ActorKind, AidFund, PostingKind, PropertyFilesService } from '@intervia/contracts';
import type { CafTenantMatch } from '@intervia/contracts';
import { AppError, BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { Tenants } from '../../application/ports/tenants.js';
import type {
  AidPosting,
  Entity,
  GivenNumber,
  Page,
  Posted,
  TenantKey,
  TenantPage,
} from '../../application/ports/tenants.js';
import type { Tenancy } from '../../domain/selection/tenancy.js';
import type { Candidate } from '../../domain/statement/matching.js';
import { toTenancy } from './tenancy.mapper.js';

const SUGGESTED = 8;
/** Hundreds in one question: a busy directory takes its time. */
const BATCH = { timeoutMs: 30_000 };

@Injectable()
export class NatsTenants extends Tenants {
  private readonly directory;

  constructor(bus: BusClient) {
    super();
    this.directory = bus.service(PropertyFilesService);
  }

  override async entities(agencyId: string): Promise<Entity[]> {
    const { entities } = await this.directory.listEntities({ caller: callerOf(agencyId) });
    return entities
      .filter(({ closed }) => !closed)
      .map(({ id, name, siret, iban }) => ({ id, name, siret, iban }));
  }

  override async page(agencyId: string, asked: TenantPage, cursor = ''): Promise<Page> {
    const request = { ...asked, caller: callerOf(agencyId), fund: AidFund.UNSPECIFIED, cursor };
    const { tenants, nextCursor } = await this.directory.listTenantsForCaf(request, BATCH);
    return { tenancies: tenants.map(toTenancy), next: nextCursor || undefined };
  }

  override async find(agencyId: string, leaseId: string): Promise<Tenancy | undefined> {
    try {
      const { tenant } = await this.directory.getTenantFile({ caller: callerOf(agencyId), leaseId });
      return tenant && toTenancy(tenant);
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not-found') return undefined;
      throw error;
    }
  }

  override async match(agencyId: string, keys: readonly TenantKey[]): Promise<Candidate[][]> {
    const { matches } = await this.directory.matchCafTenants({
      caller: callerOf(agencyId),
      keys: keys.map(({ uniqueNumber = '', allocataire = '', account = '' }) => ({
        ...{ cafNumber: uniqueNumber, allocataireNumber: allocataire, accountNumber: account },
      })),
    });
    const found: Candidate[][] = keys.map(() => []);
    for (const match of matches) found[match.keyIndex]?.push(toCandidate(match));
    return found;
  }

  override async search(agencyId: string, words: string): Promise<Tenancy[]> {
    const request = { caller: callerOf(agencyId), presentOnly: false, search: words, limit: SUGGESTED };
    const { leases } = await this.directory.listLeases(request);
    const found = await Promise.all(leases.map(({ lease }) => this.find(agencyId, lease?.id ?? '')));
    return found.filter((tenancy) => tenancy !== undefined);
  }

  override async setUniqueNumbers(
    agencyId: string,
    numbers: readonly GivenNumber[],
  ): Promise<('SET' | 'OTHER' | '')[]> {
    const asked = numbers.map(({ number, ...tenant }) => ({ ...tenant, cafNumber: number }));
    const request = { caller: callerOf(agencyId), numbers: asked };
    const { errorCodes } = await this.directory.setCafNumbers(request, BATCH);
    return errorCodes.map((code) => (code === '' ? 'SET' : code === 'CAF_NUMBER_ALREADY_SET' ? 'OTHER' : ''));
  }

  override async postAll(
    agencyId: string,
    postings: readonly AidPosting[],
    by: { id: string; name: string },
  ): Promise<Posted[]> {
    const caller = { agencyId, actor: { kind: ActorKind.SYSTEM, ...by } };
    const { results } = await this.directory.postToAccounts(
      {
        caller,
        postings: postings.map(({ cents, ...posting }) => ({
          ...posting,
          kind: PostingKind.AID,
          amountCents: -cents,
        })),
      },
      BATCH,
    );
    return results.map(({ posting, errorCode }) =>
      posting ? { balanceAfterCents: posting.balanceAfterCents } : { errorCode },
    );
  }
}

const callerOf = (agencyId: string) => ({ agencyId, actor: { kind: ActorKind.SYSTEM } });

const toCandidate = ({
  leaseId,
  sharerId,
  accountId,
  accountNumber,
  name,
  cafNumber,
}: CafTenantMatch): Candidate => ({
  ...{ leaseId, sharerId, accountId, account: accountNumber, name, uniqueNumber: cafNumber },
});
