import {
  CreateWebhookResponseSchema,
  ListWebhookDeliveriesResponseSchema,
  ListWebhooksResponseSchema,
  PauseWebhookResponseSchema,
  ReplayWebhookDeliveryResponseSchema,
  SecurityEventKind,
  WebhooksService,
} from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '../../mapping/json.js';
import { toJson } from '../../mapping/json.js';
import { Answers, Operation, Problems } from '../../openapi/decorators.js';
import { callerOf } from '../../session/caller.js';
import { demandAdministrator } from '../../session/rights.js';
import { Logged } from '../../session/security-trail.js';
import { Confirmed, Me } from '../../session/session.guard.js';
import type { SignedIn } from '../../session/sessions.js';
import { JournalQuery, PauseDto, WebhookDto } from './webhooks.dto.js';

const REFUSED = ['FORBIDDEN_ACTION', 'WEBHOOK_NOT_FOUND'] as const;

/** Where the agency's programs are told of changes, by Standard Webhooks. */
@ApiTags('Security')
@Controller('api/security/webhooks')
export class WebhooksController {
  private readonly webhooks: ServiceClient<typeof WebhooksService>;

  constructor(bus: BusClient) {
    this.webhooks = bus.service(WebhooksService);
  }

  @Get()
  @Operation('listWebhooks', 'List the webhooks', 'For administrators. Oldest first.')
  @Answers(ListWebhooksResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async list(@Me() me: SignedIn): Promise<JsonObject> {
    demandAdministrator(me);
    return toJson(ListWebhooksResponseSchema, await this.webhooks.listWebhooks({ caller: callerOf(me) }));
  }

  @Post()
  @Confirmed()
  @Logged(SecurityEventKind.SECRET_CHANGED)
  @Operation(
    'makeWebhook',
    'Make a webhook',
    'For administrators. Changes that come from now on are posted there, signed by Standard Webhooks. The secret is answered this once.',
  )
  @Answers(CreateWebhookResponseSchema, { status: 201 })
  @Problems(
    'FORBIDDEN_ACTION',
    'CONFIRMATION_REQUIRED',
    'WEBHOOK_URL_INVALID',
    'WEBHOOK_NOT_HTTPS',
    'WEBHOOK_NOT_PUBLIC',
    'WEBHOOK_HOST_UNKNOWN',
    'TOO_MANY_WEBHOOKS',
    'SECRETS_NOT_CONFIGURED',
    'INVALID_REQUEST',
  )
  async create(@Me() me: SignedIn, @Body() { url, types = [] }: WebhookDto): Promise<JsonObject> {
    demandAdministrator(me);
    const answer = await this.webhooks.createWebhook({ caller: callerOf(me), url, types });
    return toJson(CreateWebhookResponseSchema, answer);
  }

  @Put(':webhookId/pause')
  @Operation(
    'changeWebhookPause',
    'Pause a webhook or resume it',
    'For administrators. What happens meanwhile is kept for thirty days and sent when it goes on; also after it was disabled.',
  )
  @Answers(PauseWebhookResponseSchema)
  @Problems(...REFUSED)
  async pause(
    @Me() me: SignedIn,
    @Param('webhookId') webhookId: string,
    @Body() { paused }: PauseDto,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    const answer = await this.webhooks.pauseWebhook({ caller: callerOf(me), webhookId, paused });
    return toJson(PauseWebhookResponseSchema, answer);
  }

  @Delete(':webhookId')
  @Confirmed()
  @Logged(SecurityEventKind.SECRET_CHANGED)
  @HttpCode(204)
  @Operation('deleteWebhook', 'Delete a webhook', 'For administrators. With its journal and what waits.')
  @ApiNoContentResponse()
  @Problems(...REFUSED, 'CONFIRMATION_REQUIRED')
  async remove(@Me() me: SignedIn, @Param('webhookId') webhookId: string): Promise<void> {
    demandAdministrator(me);
    await this.webhooks.deleteWebhook({ caller: callerOf(me), webhookId });
  }

  @Get(':webhookId/deliveries')
  @Operation(
    'listWebhookDeliveries',
    'List the deliveries of a webhook',
    'For administrators. Newest first, of the last thirty days; of a receiver’s answer only the status.',
  )
  @Answers(ListWebhookDeliveriesResponseSchema)
  @Problems(...REFUSED, 'INVALID_REQUEST')
  async journal(
    @Me() me: SignedIn,
    @Param('webhookId') webhookId: string,
    @Query() { limit, cursor }: JournalQuery,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    const request = { caller: callerOf(me), webhookId, limit, cursor };
    return toJson(ListWebhookDeliveriesResponseSchema, await this.webhooks.listWebhookDeliveries(request));
  }

  @Post(':webhookId/deliveries/:deliveryId/replay')
  @HttpCode(200)
  @Operation(
    'replayWebhookDelivery',
    'Send a delivery again',
    'For administrators. Under the same `webhook-id`, by which the receiver knows it.',
  )
  @Answers(ReplayWebhookDeliveryResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'WEBHOOK_DELIVERY_NOT_FOUND')
  async replay(
    @Me() me: SignedIn,
    @Param('webhookId') webhookId: string,
    @Param('deliveryId') deliveryId: string,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    const request = { caller: callerOf(me), webhookId, deliveryId };
    return toJson(ReplayWebhookDeliveryResponseSchema, await this.webhooks.replayWebhookDelivery(request));
  }
}
