import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Operation, Problems, StreamsEvents } from '../openapi/decorators.js';
import { ForClients, MeAsClient } from '../session/session.guard.js';
import type { SignedInClient } from '../session/sessions.js';
import { ClientWindows } from './client-windows.js';
import { SseStream } from './sse-stream.js';

@ApiTags('Clients’ extranet')
@ForClients()
@Controller('api/client/events')
export class ClientEventsController {
  constructor(private readonly windows: ClientWindows) {}

  @Get()
  @Operation(
    'streamClientChanges',
    'Stream changes of one’s own tickets',
    'Events `ticket` `{ticketId}`: one’s request, or a ticket one may follow, reads differently. What happens ' +
      'between two streams is not told: whoever comes back reads again. A comment every 20 s.',
  )
  @StreamsEvents()
  @Problems('SIGN_IN_REQUIRED', 'TOO_MANY_STREAMS')
  async stream(@MeAsClient() me: SignedInClient, @Res() reply: FastifyReply): Promise<void> {
    await this.windows.join(me, () => SseStream.open(reply));
  }
}
