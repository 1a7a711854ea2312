import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Clock } from '@intervia/clock';
import type { SecurityEvent } from '@intervia/contracts';
import {
  AccountsService,
  GetSecuritySettingsResponseSchema,
  ListSecurityEventsResponseSchema,
  SecurityEventKind,
  SecurityEventKindSchema,
} from '@intervia/contracts';
import { fieldDate } from '@intervia/french';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { dispositionOf } from '../http/send-file.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems, Streams } from '../openapi/decorators.js';
import type { DeviceInit } from '../session/from-device.js';
import { From } from '../session/from-device.js';
import { demandAdministrator } from '../session/rights.js';
import { Logged } from '../session/security-trail.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { EndedDto } from './account.dto.js';
import { ClientMailDto, SecurityFilter, SecurityQuery, SecuritySettingsDto } from './security.dto.js';
import { writeSecurityCsv } from './write-security-csv.js';

const PAGE = 200;

/** What administrators decide about signing in, and the log of security. */
@ApiTags('Security')
@Controller('api/security')
export class SecurityController {
  private readonly accounts: ServiceClient<typeof AccountsService>;

  constructor(
    bus: BusClient,
    private readonly clock: Clock,
  ) {
    this.accounts = bus.service(AccountsService);
  }

  @Get()
  @Operation(
    'getSecuritySettings',
    'Get the security settings',
    'For administrators; and who has a second factor.',
  )
  @Answers(GetSecuritySettingsResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async read(@Me() me: SignedIn): Promise<JsonObject> {
    demandAdministrator(me);
    const { token } = me;
    return toJson(GetSecuritySettingsResponseSchema, await this.accounts.getSecuritySettings({ token }));
  }

  @Put()
  @HttpCode(204)
  @Operation('saveSecuritySettings', 'Save the security settings', 'For administrators.')
  @ApiNoContentResponse()
  @Problems('FORBIDDEN_ACTION', 'CONFIRMATION_REQUIRED', 'INVALID_REQUEST')
  async save(
    @Me() me: SignedIn,
    @Body() { secondFactorRequired }: SecuritySettingsDto,
    @From() device: DeviceInit,
  ): Promise<void> {
    demandAdministrator(me);
    await this.accounts.saveSecuritySettings({ token: me.token, secondFactorRequired, device });
  }

  @Delete('second-factors/:userId')
  @HttpCode(204)
  @Operation(
    'resetSecondFactor',
    'Take a colleague’s second factor away',
    'For administrators: of who lost telephone and recovery codes.',
  )
  @ApiNoContentResponse()
  @Problems('FORBIDDEN_ACTION', 'CONFIRMATION_REQUIRED', 'USER_NOT_FOUND')
  async resetSecondFactor(
    @Me() me: SignedIn,
    @Param('userId') userId: string,
    @From() device: DeviceInit,
  ): Promise<void> {
    demandAdministrator(me);
    await this.accounts.resetSecondFactor({ token: me.token, userId, device });
  }

  @Delete('sessions/:userId')
  @Operation(
    'endSessionsOfUser',
    'End a colleague’s sessions',
    'For administrators: on all devices, but for the asking session.',
  )
  @ApiOkResponse({ type: EndedDto })
  @Problems('FORBIDDEN_ACTION', 'CONFIRMATION_REQUIRED', 'USER_NOT_FOUND')
  async endSessionsOf(
    @Me() me: SignedIn,
    @Param('userId') userId: string,
    @From() device: DeviceInit,
  ): Promise<EndedDto> {
    demandAdministrator(me);
    const { ended } = await this.accounts.endSessionsOf({ token: me.token, userId, device });
    return { ended };
  }

  @Post('client-sessions/end')
  @HttpCode(200)
  @Operation(
    'endSessionsOfClient',
    'End a client’s sessions',
    'For administrators: on all devices, by the mail with which the client signs in.',
  )
  @ApiOkResponse({ type: EndedDto })
  @Problems('FORBIDDEN_ACTION', 'CONFIRMATION_REQUIRED', 'CLIENT_ACCOUNT_NOT_FOUND', 'INVALID_REQUEST')
  async endSessionsOfClient(
    @Me() me: SignedIn,
    @Body() { mail }: ClientMailDto,
    @From() device: DeviceInit,
  ): Promise<EndedDto> {
    demandAdministrator(me);
    const { ended } = await this.accounts.endSessionsOf({ token: me.token, clientMail: mail, device });
    return { ended };
  }

  @Delete('sessions')
  @Operation(
    'endAllSessions',
    'End everybody’s sessions',
    'For administrators: of all staff and clients of the agency, but for the asking session.',
  )
  @ApiOkResponse({ type: EndedDto })
  @Problems('FORBIDDEN_ACTION', 'CONFIRMATION_REQUIRED')
  async endAllSessions(@Me() me: SignedIn, @From() device: DeviceInit): Promise<EndedDto> {
    demandAdministrator(me);
    const { ended } = await this.accounts.endSessionsOf({ token: me.token, device });
    return { ended };
  }

  @Get('events')
  @Operation(
    'listSecurityEvents',
    'Read the log of security',
    'For administrators. Newest first, kept for a year.',
  )
  @Answers(ListSecurityEventsResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async list(@Me() me: SignedIn, @Query() { cursor, limit, ...filter }: SecurityQuery): Promise<JsonObject> {
    demandAdministrator(me);
    return toJson(ListSecurityEventsResponseSchema, await this.page(me, filter, cursor, limit));
  }

  @Get('events.csv')
  @Logged(SecurityEventKind.EXPORTED)
  @Operation(
    'exportSecurityEvents',
    'Export the log of security',
    'For administrators. CSV for a spreadsheet.',
  )
  @Streams('text/csv')
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async export(
    @Me() me: SignedIn,
    @Query() filter: SecurityFilter,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    demandAdministrator(me);
    // Before the first byte, so that a refusal is a problem and not half a file.
    const first = await this.page(me, filter, '', PAGE);
    const name = `journal-de-securite-${fieldDate(this.clock.now())}.csv`;
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', dispositionOf({ name, mediaType: 'text/csv' }))
      .send(writeSecurityCsv(this.pages(me, filter, first)));
  }

  private async *pages(
    me: SignedIn,
    filter: SecurityFilter,
    first: { events: SecurityEvent[]; nextCursor: string },
  ): AsyncGenerator<readonly SecurityEvent[]> {
    let page = first;
    yield page.events;
    while (page.nextCursor) {
      page = await this.page(me, filter, page.nextCursor, PAGE);
      yield page.events;
    }
  }

  private page({ token }: SignedIn, filter: SecurityFilter, cursor?: string, limit?: number) {
    const { kinds = [], personId, from, until } = filter;
    return this.accounts.listSecurityEvents({
      token,
      kinds: kinds.map((kind) => enumValue(SecurityEventKindSchema, kind)),
      personId,
      from: moment(from),
      until: moment(until),
      cursor,
      limit,
    });
  }
}

const moment = (text: string | undefined) =>
  text === undefined ? undefined : timestampFromDate(new Date(text));
