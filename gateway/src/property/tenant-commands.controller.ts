import { Clock } from '@intervia/clock';
import type { LeaseFile } from '@intervia/contracts';
import {
  DepartureReasonSchema,
  GetTenantFileResponseSchema,
  PropertyFilesService,
  RecordDeparturesResponseSchema,
} from '@intervia/contracts';
import {
  GuarantorSchema,
  PreviewRevisionResponseSchema,
  SharerSchema,
  SharersService,
} from '@intervia/contracts/property';
import { fieldDate } from '@intervia/french';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { InvalidRequest } from '../http/problem.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems } from '../openapi/decorators.js';
import { callerOf, commandOf } from '../session/caller.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { findingSentence } from './fr/findings.js';
import { demandRead, demandWrite } from './property-access.js';
import { Revisions } from './revisions.js';
import { Speech } from './speech.js';
import { StepContents } from './step-content.js';
import {
  AlarmDoneDto,
  DeparturesDto,
  EnterSharerDto,
  GiveNoticeDto,
  RevisionDto,
  RevisionQuery,
  VersionDto,
} from './tenants.dto.js';

const COMMAND = ['FORBIDDEN_ACTION', 'IDEMPOTENCY_KEY_REQUIRED', 'IDEMPOTENCY_KEY_REUSED', 'INVALID_REQUEST'];
const ON_LEASE = [...COMMAND, 'LEASE_NOT_FOUND', 'VERSION_CONFLICT', 'TENANT_LEFT', 'FILE_FULL'];

/** What changes a tenancy: notice and its withdrawal, departures, revision of the rent, alarms. */
@ApiTags('Tenants')
@Controller('api/property')
export class TenantCommandsController {
  private readonly files: ServiceClient<typeof PropertyFilesService>;
  private readonly sharers: ServiceClient<typeof SharersService>;

  constructor(
    bus: BusClient,
    private readonly clock: Clock,
    private readonly revisions: Revisions,
    private readonly speech: Speech,
    private readonly contents: StepContents,
  ) {
    this.files = bus.service(PropertyFilesService);
    this.sharers = bus.service(SharersService);
  }

  @Post('tenants/:id/notices')
  @HttpCode(200)
  @Operation('addNotice', 'Give notice', 'Of a tenant or of one sharer; answers the tenant.')
  @Idempotent()
  @Answers(GetTenantFileResponseSchema)
  @Problems(...ON_LEASE, 'NOTICE_ALREADY_GIVEN', 'SHARER_NOT_FOUND')
  async giveNotice(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') leaseId: string,
    @Body() { version, notice }: GiveNoticeDto,
  ): Promise<JsonObject> {
    demandWrite(me);
    const reason = enumValue(DepartureReasonSchema, notice.reason);
    await this.files.giveNotice({
      context: commandOf(me, key),
      leaseId,
      version,
      notice: { ...notice, reason },
    });
    return this.tenant(me, leaseId);
  }

  @Post('tenants/:id/notices/:noticeId/withdrawal')
  @HttpCode(200)
  @Operation('cancelNotice', 'Withdraw a notice', 'The tenant stays; answers the tenant.')
  @Idempotent()
  @Answers(GetTenantFileResponseSchema)
  @Problems(...ON_LEASE, 'NOTICE_NOT_FOUND', 'UNIT_LET_MEANWHILE')
  async withdrawNotice(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') leaseId: string,
    @Param('noticeId') noticeId: string,
    @Body() { version }: VersionDto,
  ): Promise<JsonObject> {
    demandWrite(me);
    await this.files.withdrawNotice({ context: commandOf(me, key), leaseId, version, noticeId });
    return this.tenant(me, leaseId);
  }

  @Post('departures')
  @HttpCode(200)
  @Operation(
    'recordDepartures',
    'Record departures',
    'Of one or several tenants, each by itself: one that is refused keeps nobody out.',
  )
  @Idempotent()
  @Answers(RecordDeparturesResponseSchema)
  @Problems(...COMMAND)
  async depart(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Body() { departures }: DeparturesDto,
  ): Promise<JsonObject> {
    demandWrite(me);
    const { results } = await this.files.recordDepartures({
      context: commandOf(me, key),
      departures: departures.map(({ departure, ...lease }) => ({
        ...lease,
        departure: { ...departure, reason: enumValue(DepartureReasonSchema, departure.reason) },
      })),
    });
    return {
      results: results.map(({ leaseId, sharerId, code, field }) => ({
        leaseId,
        sharerId,
        code,
        field,
        ...(code === '' ? {} : { detail: findingSentence(code) }),
      })),
    };
  }

  @Post('tenants/:id/sharers')
  @HttpCode(200)
  @Operation(
    'addSharer',
    'Let a flat-sharer enter',
    'A running flat-share; in the place of one who left or gave notice, whose guarantors are then free. Answers the tenant.',
  )
  @Idempotent()
  @Answers(GetTenantFileResponseSchema)
  @Problems(
    ...ON_LEASE,
    ...[
      'NOT_A_FLAT_SHARE',
      'SHARER_NOT_FOUND',
      'SHARER_STAYS',
      'SHARER_REPLACED',
      'ALREADY_A_SHARER',
      'KEY_TAKEN',
    ],
  )
  async enterSharer(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') leaseId: string,
    @Body() { version, replacesSharerId, ...given }: EnterSharerDto,
  ): Promise<JsonObject> {
    demandWrite(me);
    const [sharer, guarantor] = await Promise.all([
      this.contents.readPart(me, SharerSchema, given.sharer, 'sharer'),
      given.guarantor && this.contents.readPart(me, GuarantorSchema, given.guarantor, 'guarantor'),
    ]);
    const context = commandOf(me, key);
    const asked = { context, leaseId, version, replacesSharerId, sharer, guarantor };
    const { faults } = await this.sharers.enterSharer(asked);
    if (faults.length > 0)
      throw new InvalidRequest(
        faults.map(({ path, code, params }) => ({
          field: path,
          code,
          detail: findingSentence(code, params),
        })),
      );
    return this.tenant(me, leaseId);
  }

  @Get('tenants/:id/revision')
  @Operation(
    'previewRevision',
    'Preview the revision of a rent',
    'By its index; refusals say why it may not be revised.',
  )
  @Answers(PreviewRevisionResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'LEASE_NOT_FOUND', 'INVALID_REQUEST')
  async previewRevision(
    @Me() me: SignedIn,
    @Param('id') leaseId: string,
    @Query() { askedOn }: RevisionQuery,
  ): Promise<JsonObject> {
    demandRead(me);
    const caller = callerOf(me);
    const { preview } = await this.revisions.preview(caller, leaseId, askedOn);
    return this.speech.say(caller, PreviewRevisionResponseSchema, preview);
  }

  @Post('tenants/:id/revisions')
  @HttpCode(200)
  @Operation('addRevision', 'Revise a rent', 'By its index, as the preview says; answers the tenant.')
  @Idempotent()
  @Answers(GetTenantFileResponseSchema)
  @Problems(...ON_LEASE, 'REVISION_TOO_EARLY', 'RENT_FROZEN', 'REVISION_REFUSED')
  async revise(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') leaseId: string,
    @Body() { version, askedOn }: RevisionDto,
  ): Promise<JsonObject> {
    demandWrite(me);
    await this.revisions.revise(commandOf(me, key), callerOf(me), { leaseId, version, askedOn });
    return this.tenant(me, leaseId);
  }

  @Post('tenants/:id/alarms/:alarmId/done')
  @HttpCode(200)
  @Operation('markAlarmDone', 'Mark an alarm as done', 'A periodic one falls due again; answers the tenant.')
  @Idempotent()
  @Answers(GetTenantFileResponseSchema)
  @Problems(...ON_LEASE, 'ALARM_NOT_FOUND')
  async markAlarmDone(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') leaseId: string,
    @Param('alarmId') alarmId: string,
    @Body() { doneOn }: AlarmDoneDto,
  ): Promise<JsonObject> {
    demandWrite(me);
    const today = fieldDate(this.clock.now());
    await this.files.markAlarmDone({
      context: commandOf(me, key),
      leaseId,
      alarmId,
      doneOn: doneOn ?? today,
    });
    return this.tenant(me, leaseId);
  }

  private async tenant(me: SignedIn, leaseId: LeaseFile['id']): Promise<JsonObject> {
    const answer = await this.files.getTenantFile({ caller: callerOf(me), leaseId });
    return toJson(GetTenantFileResponseSchema, answer);
  }
}
