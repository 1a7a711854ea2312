import { NotificationsService, PortalService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { CommandKey } from '../../http/idempotency.js';
import { IdempotencyKey } from '../../http/idempotency.js';
import { Idempotent, Operation, Problems } from '../../openapi/decorators.js';
import { callerOf, commandOf } from '../../session/caller.js';
import { Me } from '../../session/session.guard.js';
import type { SignedIn } from '../../session/sessions.js';
import { TicketAccess } from '../ticket-access.js';
import { LinkHolderDto, holderOf } from './links.dto.js';

class SentAgainDto {
  @ApiProperty({ description: 'How many messages leave.' })
  messages!: number;
}

class RevokedDto {
  @ApiProperty({ description: 'How many links open nothing any more.' })
  revoked!: number;
}

/** Nobody of the agency is shown a personal link: it can be sent again to its holder, or ended. */
@ApiTags('Exchanges')
@Controller('api/tickets/:id/links')
export class LinksController {
  private readonly portal: ServiceClient<typeof PortalService>;
  private readonly notifications: ServiceClient<typeof NotificationsService>;

  constructor(
    bus: BusClient,
    private readonly access: TicketAccess,
  ) {
    this.portal = bus.service(PortalService);
    this.notifications = bus.service(NotificationsService);
  }

  @Post('sending')
  @HttpCode(200)
  @Operation(
    'resendLink',
    'Send a link again',
    'The last message to its holder, with the link that is theirs now.',
  )
  @Idempotent()
  @ApiOkResponse({ type: SentAgainDto })
  @Problems('TICKET_NOT_FOUND', 'NOTHING_TO_RESEND', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async resend(
    @Me() me: SignedIn,
    @Param('id') ticketId: string,
    @IdempotencyKey() key: CommandKey,
    @Body() dto: LinkHolderDto,
  ): Promise<SentAgainDto> {
    const holder = holderOf(dto);
    await this.demand(me, ticketId);
    const { messages } = await this.notifications.resendLink({
      context: commandOf(me, key),
      ticketId,
      ...holder,
    });
    return { messages };
  }

  @Post('revocation')
  @HttpCode(200)
  @Operation('revokeLink', 'Revoke a link', 'It opens nothing any more; the next message carries a new one.')
  @Idempotent()
  @ApiOkResponse({ type: RevokedDto })
  @Problems('TICKET_NOT_FOUND', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async revoke(
    @Me() me: SignedIn,
    @Param('id') ticketId: string,
    @Body() dto: LinkHolderDto,
  ): Promise<RevokedDto> {
    const holder = holderOf(dto);
    await this.demand(me, ticketId);
    const { revoked } = await this.portal.revokeLinks({ caller: callerOf(me), ticketId, ...holder });
    return { revoked };
  }

  /** Who may not change a ticket writes to nobody in it; one out of sight does not exist. */
  private async demand(me: SignedIn, ticketId: string): Promise<void> {
    await this.access.demand(me, 'edit', ticketId);
    await this.access.head(me, ticketId);
  }
}
