import type { GetTemplateResponse } from '@intervia/contracts';
import {
  ChannelSchema,
  ListTemplatesResponseSchema,
  PreviewTemplateResponseSchema,
  SendTestMessageResponseSchema,
  TemplateSchema,
  TemplatesService,
} from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems } from '../openapi/decorators.js';
import { callerOf, commandIdOf } from '../session/caller.js';
import { demandAdministrator, demandAny } from '../session/rights.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { TicketAccess } from '../tickets/ticket-access.js';
import {
  TemplateDto,
  TemplatePreviewDto,
  TemplateQuery,
  TemplateResetQuery,
  TemplatesQuery,
  TemplateTestDto,
} from './templates.dto.js';

/** Manual, "Modèles d'emails / de SMS": read by who sees tickets, worded by administrators. */
@ApiTags('Templates')
@Controller('api/templates')
export class TemplatesController {
  private readonly templates: ServiceClient<typeof TemplatesService>;

  constructor(
    bus: BusClient,
    private readonly access: TicketAccess,
  ) {
    this.templates = bus.service(TemplatesService);
  }

  @Get()
  @Operation('listTemplates', 'List templates', 'The two lists, contractors’ first, each in French order.')
  @Answers(ListTemplatesResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async list(@Me() me: SignedIn, @Query() { channel }: TemplatesQuery): Promise<JsonObject> {
    demandAny(me, ['view']);
    const answer = await this.templates.listTemplates({ caller: callerOf(me), channel: channelOf(channel) });
    return toJson(ListTemplatesResponseSchema, answer);
  }

  @Get(':code')
  @Operation('getTemplate', 'Get a template', 'Its text, the shipped one, and the variables valid in it.')
  @Answers(TemplateSchema)
  @Problems('TEMPLATE_NOT_FOUND', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async read(
    @Me() me: SignedIn,
    @Param('code') code: string,
    @Query() { channel }: TemplateQuery,
  ): Promise<JsonObject> {
    demandAny(me, ['view']);
    return templateIn(await this.templates.getTemplate(named(me, code, channel)));
  }

  @Put(':code')
  @Operation('saveTemplate', 'Save a template', 'For administrators. A new version; its HTML is sanitised.')
  @Answers(TemplateSchema)
  @Problems(
    'TEMPLATE_NOT_FOUND',
    'INVALID_TEMPLATE',
    'VERSION_CONFLICT',
    'FORBIDDEN_ACTION',
    'INVALID_REQUEST',
  )
  async save(
    @Me() me: SignedIn,
    @Param('code') code: string,
    @Body() { channel, text, version }: TemplateDto,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    return templateIn(await this.templates.saveTemplate({ ...named(me, code, channel), text, version }));
  }

  @Delete(':code')
  @HttpCode(200)
  @Operation(
    'resetTemplate',
    'Reset a template',
    'For administrators. Back to the shipped text, as a new version.',
  )
  @Answers(TemplateSchema)
  @Problems('TEMPLATE_NOT_FOUND', 'VERSION_CONFLICT', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async reset(
    @Me() me: SignedIn,
    @Param('code') code: string,
    @Query() { channel, version }: TemplateResetQuery,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    return templateIn(await this.templates.resetTemplate({ ...named(me, code, channel), version }));
  }

  @Post(':code/preview')
  @HttpCode(200)
  @Operation(
    'previewTemplate',
    'Preview a template',
    'As somebody would receive it, with example data or those of a ticket.',
  )
  @Answers(PreviewTemplateResponseSchema)
  @Problems(
    'TEMPLATE_NOT_FOUND',
    'INVALID_TEMPLATE',
    'TICKET_NOT_FOUND',
    'FORBIDDEN_ACTION',
    'INVALID_REQUEST',
  )
  async preview(
    @Me() me: SignedIn,
    @Param('code') code: string,
    @Body() { channel, ticketId, text }: TemplatePreviewDto,
  ): Promise<JsonObject> {
    demandAny(me, ['view']);
    await this.demandTicket(me, ticketId);
    const answer = await this.templates.previewTemplate({ ...named(me, code, channel), text, ticketId });
    return toJson(PreviewTemplateResponseSchema, answer);
  }

  @Post(':code/test')
  @HttpCode(200)
  @Operation('testTemplate', 'Test a template', 'For administrators. Sent to oneself, now.')
  @Idempotent()
  @Answers(SendTestMessageResponseSchema)
  @Problems(
    'TEMPLATE_NOT_FOUND',
    'INVALID_TEMPLATE',
    'TICKET_NOT_FOUND',
    'NO_ADDRESS',
    'INVALID_MOBILE',
    'TEST_NOT_SENT',
    'TEST_BEING_SENT',
    'IDEMPOTENCY_KEY_REQUIRED',
    'IDEMPOTENCY_KEY_REUSED',
    'FORBIDDEN_ACTION',
    'INVALID_REQUEST',
  )
  async test(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('code') code: string,
    @Body() { channel, ...rest }: TemplateTestDto,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    await this.demandTicket(me, rest.ticketId);
    const answer = await this.templates.sendTestMessage({
      ...named(me, code, channel),
      ...rest,
      commandId: commandIdOf(me.agencyId, me.user.id, key.key),
      fingerprint: key.fingerprint,
    });
    return toJson(SendTestMessageResponseSchema, answer);
  }

  /** A preview tells what is in a ticket. */
  private async demandTicket(me: SignedIn, ticketId: string | undefined): Promise<void> {
    if (ticketId !== undefined) await this.access.head(me, ticketId);
  }
}

const channelOf = (name: string | undefined) => enumValue(ChannelSchema, name);

const named = (me: SignedIn, code: string, channel: string) => ({
  caller: callerOf(me),
  code,
  channel: channelOf(channel),
});

function templateIn({ template }: Pick<GetTemplateResponse, 'template'>): JsonObject {
  if (!template) throw new AppError('INTERNAL', 'internal');
  return toJson(TemplateSchema, template);
}
