import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import {
  AccountFileSchema,
  AccountingEntitySchema,
  ListLeasesResponseSchema,
  ListMandatesResponseSchema,
  ListUnitFilesResponseSchema,
  PartyFileSchema,
  ProfessionalCardSchema,
  PropertyFilesService,
  SaleFileSchema,
  UnitChoice,
} from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Entities } from '../../../application/ports/property/entities.js';
import { effectiveLimit } from '../../../application/limit.js';
import { Sales } from '../../../application/ports/property/sales.js';
import { ListFilesQuery } from '../../../application/property-lists/list-files.query.js';
import { InvalidRequest } from '../../../domain/property-errors.js';
import { SALE_KINDS } from '../../../domain/property/sale.js';
import { ACCOUNT_KINDS } from '../../../domain/property/values.js';
import { toMessage } from '../../proto/plain.js';
import { toFileMessage } from '../../proto/property-file.js';
import { agencyOf } from '../agency-of.js';

const { method } = PropertyFilesService;
const MOST_FILES = 50;

/** In the order of the contract; an unknown number, from a newer caller, filters nothing. */
const kindOf = (kind: number): string => ['', ...ACCOUNT_KINDS][kind] ?? '';

const CHOICES: Readonly<Record<UnitChoice, 'lettable' | 'from-syndic' | ''>> = {
  [UnitChoice.UNSPECIFIED]: '',
  [UnitChoice.LETTABLE]: 'lettable',
  [UnitChoice.FROM_SYNDIC]: 'from-syndic',
};

/** Files to choose among. */
@Controller()
export class PropertyListsController {
  constructor(
    private readonly lists: ListFilesQuery,
    private readonly entities: Entities,
    private readonly sales: Sales,
  ) {}

  @RpcMethod(method.listEntities)
  async listEntities(
    @Payload() request: proto.ListEntitiesRequest,
  ): Promise<MessageInitShape<typeof proto.ListEntitiesResponseSchema>> {
    const found = await this.entities.entities(agencyOf(request));
    return { entities: found.map((entity) => toMessage(AccountingEntitySchema, entity)) };
  }

  @RpcMethod(method.listCards)
  async listCards(
    @Payload() request: proto.ListCardsRequest,
  ): Promise<MessageInitShape<typeof proto.ListCardsResponseSchema>> {
    const found = await this.entities.cards(agencyOf(request));
    return { cards: found.map((card) => toMessage(ProfessionalCardSchema, card)) };
  }

  @RpcMethod(method.listSales)
  async listSales(
    @Payload() request: proto.ListSalesRequest,
  ): Promise<MessageInitShape<typeof proto.ListSalesResponseSchema>> {
    const { entityId, signedFrom, cursor } = request;
    const kind = ['', ...SALE_KINDS][request.kind] ?? '';
    const asked = { entityId, kind, signedFrom, limit: effectiveLimit(request.limit), after: cursor };
    const page = await this.sales.page(agencyOf(request), asked);
    return { sales: page.items.map((sale) => toMessage(SaleFileSchema, sale)), nextCursor: page.next };
  }

  @RpcMethod(method.getPropertyFiles)
  async getPropertyFiles(
    @Payload() request: proto.GetPropertyFilesRequest,
  ): Promise<MessageInitShape<typeof proto.GetPropertyFilesResponseSchema>> {
    const ids = {
      party: request.partyIds,
      account: request.accountIds,
      building: request.buildingIds,
      unit: request.unitIds,
      mandate: request.mandateIds,
      lease: request.leaseIds,
    };
    if (Object.values(ids).flat().length > MOST_FILES)
      throw new InvalidRequest([{ field: 'ids', code: 'TOO_MANY' }]);
    const files = await this.lists.byIds(agencyOf(request), ids);
    return { files: files.map(toFileMessage) };
  }

  @RpcMethod(method.searchParties)
  async searchParties(
    @Payload() request: proto.SearchPartiesRequest,
  ): Promise<MessageInitShape<typeof proto.SearchPartiesResponseSchema>> {
    const { search, limit, cursor } = request;
    const accountKind = kindOf(request.accountKind);
    const page = await this.lists.parties(agencyOf(request), { search, accountKind, limit, after: cursor });
    return { parties: page.items.map((party) => toMessage(PartyFileSchema, party)), nextCursor: page.next };
  }

  @RpcMethod(method.listAccounts)
  async listAccounts(
    @Payload() request: proto.ListAccountsRequest,
  ): Promise<MessageInitShape<typeof proto.ListAccountsResponseSchema>> {
    const { entityId, partyId, search, limit, cursor } = request;
    const kind = kindOf(request.kind);
    const asked = { kind, entityId, partyId, search, limit, after: cursor };
    const page = await this.lists.accounts(agencyOf(request), asked);
    return {
      accounts: page.items.map((account) => toMessage(AccountFileSchema, account)),
      nextCursor: page.next,
    };
  }

  @RpcMethod(method.listMandates)
  async listMandates(
    @Payload() request: proto.ListMandatesRequest,
  ): Promise<MessageInitShape<typeof proto.ListMandatesResponseSchema>> {
    const { activeOn, accountId, search, limit, cursor } = request;
    const asked = { activeOn, accountId, search, limit, after: cursor };
    const page = await this.lists.mandates(agencyOf(request), asked);
    return toMessage(ListMandatesResponseSchema, { mandates: page.items, nextCursor: page.next });
  }

  @RpcMethod(method.listUnitFiles)
  async listUnitFiles(
    @Payload() request: proto.ListUnitFilesRequest,
  ): Promise<MessageInitShape<typeof proto.ListUnitFilesResponseSchema>> {
    const { buildingId, mandateId, ownerId, search, limit, cursor } = request;
    const choice = CHOICES[request.choice] ?? '';
    const asked = { choice, buildingId, mandateId, ownerId, search, limit, after: cursor };
    const page = await this.lists.units(agencyOf(request), asked);
    return toMessage(ListUnitFilesResponseSchema, { units: page.items, nextCursor: page.next });
  }

  @RpcMethod(method.listLeases)
  async listLeases(
    @Payload() request: proto.ListLeasesRequest,
  ): Promise<MessageInitShape<typeof proto.ListLeasesResponseSchema>> {
    const { unitId, accountId, entityId, partyId, presentOnly, search, limit, cursor } = request;
    const asked = { unitId, accountId, entityId, partyId, presentOnly, search, limit, after: cursor };
    const page = await this.lists.leases(agencyOf(request), asked);
    return toMessage(ListLeasesResponseSchema, { leases: page.items, nextCursor: page.next });
  }
}
