import { Clock } from '@intervia/clock';
import {
  DirectoryPrivacyService,
  FindPeopleResponseSchema,
  GetRetentionResponseSchema,
  PreviewRetentionResponseSchema,
  SecurityEventKind,
  TicketsPrivacyService,
} from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import { fieldDate } from '@intervia/french';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { dispositionOf } from '../http/send-file.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems, Streams } from '../openapi/decorators.js';
import { callerOf, commandOf } from '../session/caller.js';
import { demandAdministrator } from '../session/rights.js';
import { Logged } from '../session/security-trail.js';
import { Confirmed, Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { PersonalData, marksOf } from './personal-data.js';
import { ErasedDto, HeldDto, PeopleQuery, SoughtPersonDto, RetentionDto } from './privacy.dto.js';
import { writePersonZip } from './write-person-zip.js';

/** Rights of people over what is held about them, and how long an agency keeps it. */
@ApiTags('Personal data')
@Controller('api/privacy')
export class PrivacyController {
  private readonly directory: ServiceClient<typeof DirectoryPrivacyService>;
  private readonly tickets: ServiceClient<typeof TicketsPrivacyService>;

  constructor(
    bus: BusClient,
    private readonly data: PersonalData,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {
    this.directory = bus.service(DirectoryPrivacyService);
    this.tickets = bus.service(TicketsPrivacyService);
  }

  @Get('people')
  @Operation(
    'listPeople',
    'List clients and staff',
    'For administrators: clients, contractors and users, ten of each at most.',
  )
  @Answers(FindPeopleResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async people(@Me() me: SignedIn, @Query() { search: text }: PeopleQuery): Promise<JsonObject> {
    demandAdministrator(me);
    return toJson(FindPeopleResponseSchema, await this.directory.findPeople({ caller: callerOf(me), text }));
  }

  @Post('held')
  @HttpCode(200)
  @Operation(
    'summarisePersonalData',
    'Say what is held about somebody',
    'For administrators. Nothing is changed; a body, because a name has no place in an address.',
  )
  @ApiOkResponse({ type: HeldDto })
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST', 'PERSON_UNKNOWN')
  held(@Me() me: SignedIn, @Body() person: SoughtPersonDto): Promise<HeldDto> {
    demandAdministrator(me);
    return this.data.held(me, marksOf(person));
  }

  @Post('export')
  @HttpCode(200)
  @Confirmed()
  @Logged(SecurityEventKind.EXPORTED)
  @Operation(
    'exportPersonalData',
    'Export what is held about somebody',
    'For administrators. A ZIP of JSON and of the documents that the person sent.',
  )
  @Streams('application/zip')
  @Problems('FORBIDDEN_ACTION', 'CONFIRMATION_REQUIRED', 'INVALID_REQUEST', 'PERSON_UNKNOWN')
  async export(
    @Me() me: SignedIn,
    @Body() person: SoughtPersonDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    demandAdministrator(me);
    const marks = marksOf(person);
    const name = `donnees-personnelles-${fieldDate(this.clock.now())}.zip`;
    await reply
      .type('application/zip')
      .header('cache-control', 'no-store')
      .header('content-disposition', dispositionOf({ name, mediaType: 'application/zip' }))
      .send(writePersonZip(this.data, this.store, me, marks));
  }

  @Post('erasure')
  @HttpCode(200)
  @Confirmed()
  @Idempotent()
  @Logged(SecurityEventKind.ERASED)
  @Operation(
    'erasePersonalData',
    'Strike somebody out',
    'For administrators. Out of tickets that ended, messages, drafts, exchanges with caisses, figures and accounts; not while a ticket with them goes on.',
  )
  @ApiOkResponse({ type: ErasedDto })
  @Problems(
    'FORBIDDEN_ACTION',
    'CONFIRMATION_REQUIRED',
    'INVALID_REQUEST',
    'PERSON_UNKNOWN',
    'PERSON_IN_OPEN_TICKET',
    'PERSON_IN_SERVICE',
    'DRAFT_BEING_SAVED',
  )
  erase(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Body() person: SoughtPersonDto,
  ): Promise<ErasedDto> {
    demandAdministrator(me);
    return this.data.erase(me, marksOf(person), key);
  }

  @Get('retention')
  @Operation('getRetention', 'Get how long tickets are kept', 'For administrators.')
  @Answers(GetRetentionResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async retention(@Me() me: SignedIn): Promise<JsonObject> {
    demandAdministrator(me);
    return toJson(GetRetentionResponseSchema, await this.tickets.getRetention({ caller: callerOf(me) }));
  }

  @Put('retention')
  @HttpCode(204)
  @Confirmed()
  @Idempotent()
  @Logged(SecurityEventKind.SETTINGS_CHANGED)
  @Operation(
    'saveRetention',
    'Save how long tickets are kept',
    'For administrators. What was kept longer is deleted within the hour, a thousand a day.',
  )
  @ApiNoContentResponse()
  @Problems('FORBIDDEN_ACTION', 'CONFIRMATION_REQUIRED', 'INVALID_REQUEST', 'INVALID_SETTINGS')
  async saveRetention(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Body() { closedMonths, cancelledMonths }: RetentionDto,
  ): Promise<void> {
    demandAdministrator(me);
    const retention = { closedMonths, cancelledMonths };
    await this.tickets.saveRetention({ context: commandOf(me, key), retention });
  }

  @Post('retention/preview')
  @HttpCode(200)
  @Operation(
    'previewRetention',
    'Say what a rule would delete today',
    'For administrators. Nothing is changed.',
  )
  @Answers(PreviewRetentionResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST', 'INVALID_SETTINGS')
  async preview(
    @Me() me: SignedIn,
    @Body() { closedMonths, cancelledMonths }: RetentionDto,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    const caller = callerOf(me);
    const retention = { closedMonths, cancelledMonths };
    return toJson(PreviewRetentionResponseSchema, await this.tickets.previewRetention({ caller, retention }));
  }
}
