import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  Caller,
  GetPropertyFilesRequest,
  GetPropertyFilesResponseSchema,
  GetTenantFileRequest,
  GetTenantFileResponseSchema,
  GiveNoticeRequest,
  ListAlarmsDueRequest,
  ListAlarmsDueResponseSchema,
  ListCardsRequest,
  ListCardsResponseSchema,
  ListEntitiesRequest,
  ListEntitiesResponseSchema,
  ListLeasesRequest,
  ListLeasesResponseSchema,
  ListAccountsRequest,
  ListAccountsResponseSchema,
  ListMandatesRequest,
  ListMandatesResponseSchema,
  ListRentCallsRequest,
  ListRentCallsResponseSchema,
  ListUnitFilesRequest,
  ListUnitFilesResponseSchema,
  MarkAlarmDoneRequest,
  RecordDeparturesRequest,
  RecordDeparturesResponseSchema,
  ReviseRentRequest,
  SearchPartiesRequest,
  SearchPartiesResponseSchema,
  WithdrawNoticeRequest,
} from '@intervia/contracts';
import { LeaseKind, PartyKind, PropertyFilesService, RentIndex, RentLineKind } from '@intervia/contracts';
import type { EnterSharerRequest } from '@intervia/contracts/property';
import { SharersService } from '@intervia/contracts/property';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

const RENT = { id: 'line-1', label: 'Loyer hors charges', kind: RentLineKind.RENT, amountCents: 70_000 };
const UNIT = { id: 'ticket-a', buildingId: 'building-a', managementCode: '0012', label: 'Appartement 12' };

/** One tenant, one unit and one mandate for each agency: `ticket-a` are those of agency `a`. */
@Controller()
export class FakePropertyFiles {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(PropertyFilesService.method.listEntities)
  async listEntities(
    @Payload() request: ListEntitiesRequest,
  ): Promise<MessageInitShape<typeof ListEntitiesResponseSchema>> {
    this.state.note('listEntities', request);
    return { entities: [{ id: 'entity-a', name: 'Gérance' }] };
  }

  @RpcMethod(PropertyFilesService.method.listCards)
  async listCards(
    @Payload() request: ListCardsRequest,
  ): Promise<MessageInitShape<typeof ListCardsResponseSchema>> {
    this.state.note('listCards', request);
    return { cards: [{ id: 'card-a', number: 'CPI 6901 2024' }] };
  }

  @RpcMethod(PropertyFilesService.method.searchParties)
  async searchParties(
    @Payload() request: SearchPartiesRequest,
  ): Promise<MessageInitShape<typeof SearchPartiesResponseSchema>> {
    this.state.note('searchParties', request);
    return { parties: [{ id: 'party-a', code: 'LEMO', kind: PartyKind.PERSON, lastName: 'Lemoine' }] };
  }

  @RpcMethod(PropertyFilesService.method.listUnitFiles)
  async listUnitFiles(
    @Payload() request: ListUnitFilesRequest,
  ): Promise<MessageInitShape<typeof ListUnitFilesResponseSchema>> {
    this.state.note('listUnitFiles', request);
    return { units: [{ unit: UNIT, buildingName: 'Résidence Garibaldi', ownerName: 'Mme Lemoine' }] };
  }

  @RpcMethod(PropertyFilesService.method.getPropertyFiles)
  async getPropertyFiles(
    @Payload() request: GetPropertyFilesRequest,
  ): Promise<MessageInitShape<typeof GetPropertyFilesResponseSchema>> {
    this.state.note('getPropertyFiles', request);
    if (request.caller?.agencyId !== 'a') return {};
    const documents = (this.state.settings.defaultAttachments ?? []).map((document) => ({ document }));
    return { files: [{ file: { case: 'unit', value: { ...UNIT, documents } } }] };
  }

  @RpcMethod(PropertyFilesService.method.listAccounts)
  async listAccounts(
    @Payload() request: ListAccountsRequest,
  ): Promise<MessageInitShape<typeof ListAccountsResponseSchema>> {
    this.state.note('listAccounts', request);
    return { accounts: [{ id: 'account-a', version: 4 }] };
  }

  @RpcMethod(PropertyFilesService.method.listMandates)
  async listMandates(
    @Payload() request: ListMandatesRequest,
  ): Promise<MessageInitShape<typeof ListMandatesResponseSchema>> {
    this.state.note('listMandates', request);
    return { mandates: [{ mandate: { id: 'mandate-a', number: '1042' }, ownerName: 'Mme Lemoine' }] };
  }

  @RpcMethod(PropertyFilesService.method.listLeases)
  async listLeases(
    @Payload() request: ListLeasesRequest,
  ): Promise<MessageInitShape<typeof ListLeasesResponseSchema>> {
    this.state.note('listLeases', request);
    return { leases: [{ lease: { id: 'ticket-a' }, tenantName: 'Zoé Lefèvre', balanceCents: 12_300 }] };
  }

  @RpcMethod(PropertyFilesService.method.getTenantFile)
  async getTenantFile(
    @Payload() request: GetTenantFileRequest,
  ): Promise<MessageInitShape<typeof GetTenantFileResponseSchema>> {
    this.demandLease('getTenantFile', request.caller, request);
    const revision = {
      index: RentIndex.IRL,
      referenceQuarter: '2004-Q2',
      referenceValue: 14668,
      nextOn: '2004-07-01',
    };
    const lease = {
      id: request.leaseId,
      version: 3,
      kind: LeaseKind.UNFURNISHED,
      permanentLines: [RENT],
      revision,
    };
    return { tenant: { lease, unit: UNIT } };
  }

  @RpcMethod(PropertyFilesService.method.listRentCalls)
  async listRentCalls(
    @Payload() request: ListRentCallsRequest,
  ): Promise<MessageInitShape<typeof ListRentCallsResponseSchema>> {
    this.demandLease('listRentCalls', request.caller, request);
    return { rentCalls: [{ id: 'call-1', month: '2004-03', totalCents: 70_000 }] };
  }

  @RpcMethod(PropertyFilesService.method.listAlarmsDue)
  async listAlarmsDue(
    @Payload() request: ListAlarmsDueRequest,
  ): Promise<MessageInitShape<typeof ListAlarmsDueResponseSchema>> {
    this.state.note('listAlarmsDue', request);
    return { alarms: [] };
  }

  @RpcMethod(PropertyFilesService.method.giveNotice)
  async giveNotice(@Payload() request: GiveNoticeRequest): Promise<object> {
    return this.demandLease('giveNotice', request.context?.caller, request);
  }

  @RpcMethod(PropertyFilesService.method.withdrawNotice)
  async withdrawNotice(@Payload() request: WithdrawNoticeRequest): Promise<object> {
    return this.demandLease('withdrawNotice', request.context?.caller, request);
  }

  @RpcMethod(PropertyFilesService.method.recordDepartures)
  async recordDepartures(
    @Payload() request: RecordDeparturesRequest,
  ): Promise<MessageInitShape<typeof RecordDeparturesResponseSchema>> {
    this.state.note('recordDepartures', request);
    const own = `ticket-${request.context?.caller?.agencyId}`;
    return {
      results: request.departures.map(({ leaseId }) => ({
        leaseId,
        code: leaseId === own ? '' : 'LEASE_NOT_FOUND',
      })),
    };
  }

  @RpcMethod(SharersService.method.enterSharer)
  async enterSharer(@Payload() request: EnterSharerRequest): Promise<object> {
    return this.demandLease('enterSharer', request.context?.caller, request);
  }

  @RpcMethod(PropertyFilesService.method.reviseRent)
  async reviseRent(@Payload() request: ReviseRentRequest): Promise<object> {
    return this.demandLease('reviseRent', request.context?.caller, request);
  }

  @RpcMethod(PropertyFilesService.method.markAlarmDone)
  async markAlarmDone(@Payload() request: MarkAlarmDoneRequest): Promise<object> {
    return this.demandLease('markAlarmDone', request.context?.caller, request);
  }

  private demandLease(method: string, caller: Caller | undefined, request: { leaseId: string }): object {
    this.state.note(method, request);
    if (request.leaseId !== `ticket-${caller?.agencyId}`) throw new AppError('LEASE_NOT_FOUND', 'not-found');
    return {};
  }
}
