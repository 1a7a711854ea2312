import { Clock } from '@intervia/clock';
import {
  GetTenantFileResponseSchema,
  ListAlarmsDueResponseSchema,
  ListLeasesResponseSchema,
  ListRentCallsResponseSchema,
  PropertyFilesService,
} from '@intervia/contracts';
import { fieldDate } from '@intervia/french';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems } from '../openapi/decorators.js';
import { callerOf } from '../session/caller.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { TenantsQuery } from './files.dto.js';
import { demandRead } from './property-access.js';
import { AlarmsQuery, RentCallsQuery } from './tenants.dto.js';

const ALARMS_AHEAD_MS = 31 * 86_400_000;

/** Tenants: account, lease, rent calls, alarms. */
@ApiTags('Tenants')
@Controller('api/property')
export class TenantsController {
  private readonly files: ServiceClient<typeof PropertyFilesService>;

  constructor(
    bus: BusClient,
    private readonly clock: Clock,
  ) {
    this.files = bus.service(PropertyFilesService);
  }

  @Get('tenants')
  @Operation('listTenants', 'List tenants', 'One row a lease, with account and balance.')
  @Answers(ListLeasesResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async list(@Me() me: SignedIn, @Query() query: TenantsQuery): Promise<JsonObject> {
    demandRead(me);
    return toJson(ListLeasesResponseSchema, await this.files.listLeases({ caller: callerOf(me), ...query }));
  }

  @Get('tenants/:id')
  @Operation('getTenant', 'Get a tenant', 'The lease with all that hangs on it, and what is unpaid.')
  @Answers(GetTenantFileResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'LEASE_NOT_FOUND')
  async read(@Me() me: SignedIn, @Param('id') leaseId: string): Promise<JsonObject> {
    demandRead(me);
    const answer = await this.files.getTenantFile({ caller: callerOf(me), leaseId });
    return toJson(GetTenantFileResponseSchema, answer);
  }

  @Get('tenants/:id/rent-calls')
  @Operation('listRentCalls', 'List rent calls of a tenant', 'The newest first.')
  @Answers(ListRentCallsResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'LEASE_NOT_FOUND', 'INVALID_REQUEST')
  async rentCalls(
    @Me() me: SignedIn,
    @Param('id') leaseId: string,
    @Query() query: RentCallsQuery,
  ): Promise<JsonObject> {
    demandRead(me);
    const caller = callerOf(me);
    // A list is empty for a lease of somebody else; this is an error.
    await this.files.getTenantFile({ caller, leaseId });
    return toJson(ListRentCallsResponseSchema, await this.files.listRentCalls({ caller, leaseId, ...query }));
  }

  @Get('alarms')
  @Operation('listAlarms', 'List alarms that fall due', 'Of present tenants; the soonest first.')
  @Answers(ListAlarmsDueResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async alarms(@Me() me: SignedIn, @Query() { until, ...query }: AlarmsQuery): Promise<JsonObject> {
    demandRead(me);
    const ahead = fieldDate(new Date(this.clock.now().getTime() + ALARMS_AHEAD_MS));
    const request = { caller: callerOf(me), until: until ?? ahead, ...query };
    return toJson(ListAlarmsDueResponseSchema, await this.files.listAlarmsDue(request));
  }
}
