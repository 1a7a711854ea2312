import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Clock } from '@intervia/clock';
import { ApiKeysService, ApiScope, ModuleSchema } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Controller, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { GatewayEnv } from '../../gateway.env.js';
import { enumName } from '../../mapping/enums.js';
import { Operation, Problems } from '../../openapi/decorators.js';
import type { DeviceInit } from '../../session/from-device.js';
import { From } from '../../session/from-device.js';
import { TicketAccess } from '../../tickets/ticket-access.js';
import type { Program } from '../program.guard.js';
import { ForPrograms, Me, SCOPED_KEY_REFUSALS } from '../program.guard.js';
import { OfUserQuery, TicketLinkDto } from './desk.dto.js';
import { DeskUsers } from './desk-users.js';

/** From F5 into the extranet, without typing a password again. */
@ApiTags('LSC')
@ForPrograms(ApiScope.TICKETS_OPEN)
@Controller('lsc/v1/tickets')
export class TicketLinkController {
  private readonly keys: ServiceClient<typeof ApiKeysService>;

  constructor(
    bus: BusClient,
    private readonly users: DeskUsers,
    private readonly access: TicketAccess,
    private readonly env: GatewayEnv,
    private readonly clock: Clock,
  ) {
    this.keys = bus.service(ApiKeysService);
  }

  @Post(':id/link')
  @Operation(
    'makeTicketLinkForUser',
    'Make a link that opens a ticket signed in',
    'Once, within a minute, with this user’s own rights. To be opened in the browser of this user and kept nowhere. ' +
      'Asked for twice, two links.',
  )
  @ApiCreatedResponse({ type: TicketLinkDto })
  @Problems(
    ...SCOPED_KEY_REFUSALS,
    'USER_NOT_FOUND',
    'FORBIDDEN_ACTION',
    'INVALID_REQUEST',
    'TICKET_NOT_FOUND',
  )
  async link(
    @Me() program: Program,
    @Param('id') id: string,
    @Query() { userId }: OfUserQuery,
    @From() device: DeviceInit,
  ): Promise<TicketLinkDto> {
    const ticket = await this.access.read(await this.users.find(program, userId), id);
    const { token, expiresAt } = await this.keys.issueSignInLink({ key: program.key, userId, device });
    const module = (enumName(ModuleSchema, ticket.module) ?? '').toLowerCase();
    const url = new URL(`/open/${module}/${encodeURIComponent(ticket.id)}`, this.env.PUBLIC_URL);
    url.hash = token;
    return {
      url: url.toString(),
      expiresAt: (expiresAt ? timestampDate(expiresAt) : this.clock.now()).toISOString(),
    };
  }
}
