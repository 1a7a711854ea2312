import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import {
  AidFund,
  CafTenantKeySchema,
  ListAlarmsDueResponseSchema,
  PostingSchema,
  PropertyFilesService,
  RentCallSchema,
} from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { CafKey } from '../../../application/ports/property/leases.js';
import { TenantsQuery } from '../../../application/property-lists/tenants.query.js';
import { InvalidRequest } from '../../../domain/property-errors.js';
import { isDay } from '../../../domain/property/shape.js';
import { fromMessage, toMessage } from '../../proto/plain.js';
import { toTenantMessage } from '../../proto/property-file.js';
import { agencyOf } from '../agency-of.js';

const { method } = PropertyFilesService;
const MOST_KEYS = 200;

const FUNDS: Readonly<Record<AidFund, string>> = {
  [AidFund.UNSPECIFIED]: '',
  [AidFund.CAF]: 'caf',
  [AidFund.MSA]: 'msa',
};

/** Tenants with what stands around them. */
@Controller()
export class TenantsController {
  constructor(private readonly tenants: TenantsQuery) {}

  @RpcMethod(method.getTenantFile)
  async getTenantFile(
    @Payload() request: proto.GetTenantFileRequest,
  ): Promise<MessageInitShape<typeof proto.GetTenantFileResponseSchema>> {
    return { tenant: toTenantMessage(await this.tenants.get(agencyOf(request), request.leaseId)) };
  }

  @RpcMethod(method.listRentCalls)
  async listRentCalls(
    @Payload() request: proto.ListRentCallsRequest,
  ): Promise<MessageInitShape<typeof proto.ListRentCallsResponseSchema>> {
    const { leaseId, unpaidOnly, limit, cursor } = request;
    const asked = { leaseId, unpaidOnly, limit, after: cursor };
    const page = await this.tenants.rentCalls(agencyOf(request), asked);
    return { rentCalls: page.items.map((call) => toMessage(RentCallSchema, call)), nextCursor: page.next };
  }

  @RpcMethod(method.listPostings)
  async listPostings(
    @Payload() request: proto.ListPostingsRequest,
  ): Promise<MessageInitShape<typeof proto.ListPostingsResponseSchema>> {
    const { accountId, limit, cursor } = request;
    const page = await this.tenants.postings(agencyOf(request), { accountId, limit, after: cursor });
    return { postings: page.items.map((one) => toMessage(PostingSchema, one)), nextCursor: page.next };
  }

  @RpcMethod(method.listAlarmsDue)
  async listAlarmsDue(
    @Payload() request: proto.ListAlarmsDueRequest,
  ): Promise<MessageInitShape<typeof proto.ListAlarmsDueResponseSchema>> {
    const { until, limit, cursor } = request;
    if (!isDay(until)) throw new InvalidRequest([{ field: 'until', code: 'INVALID_DATE' }]);
    const page = await this.tenants.alarmsDue(agencyOf(request), until, { limit, after: cursor });
    return toMessage(ListAlarmsDueResponseSchema, { alarms: page.items, nextCursor: page.next });
  }

  @RpcMethod(method.listTenantsForCaf)
  async listTenantsForCaf(
    @Payload() request: proto.ListTenantsForCafRequest,
  ): Promise<MessageInitShape<typeof proto.ListTenantsForCafResponseSchema>> {
    const { entityId, presentOnly, limit, cursor } = request;
    const fund = FUNDS[request.fund] ?? '';
    const asked = { entityId, fund, presentOnly, limit, after: cursor };
    const page = await this.tenants.forCaf(agencyOf(request), asked);
    return { tenants: page.items.map(toTenantMessage), nextCursor: page.next };
  }

  @RpcMethod(method.matchCafTenants)
  async matchCafTenants(
    @Payload() request: proto.MatchCafTenantsRequest,
  ): Promise<MessageInitShape<typeof proto.MatchCafTenantsResponseSchema>> {
    if (request.keys.length > MOST_KEYS) throw new InvalidRequest([{ field: 'keys', code: 'TOO_MANY' }]);
    const keys = request.keys.map((key) => fromMessage<CafKey>(CafTenantKeySchema, key));
    return { matches: await this.tenants.match(agencyOf(request), keys) };
  }
}
