import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Operation, Problems, StreamsEvents } from '../openapi/decorators.js';
import { demandAny } from '../session/rights.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { LiveHub } from './live-hub.js';
import { SseStream } from './sse-stream.js';
import { Viewer } from './viewer.js';

@ApiTags('Live')
@Controller('api/events')
export class EventsController {
  constructor(private readonly hub: LiveHub) {}

  @Get()
  @Operation(
    'streamChanges',
    'Stream changes of tickets and drafts',
    'Events `ticket` `{ticketId, fact, version}` (no version of a deleted one), `message` `{ticketId}`, `archive` `{ticketId}`, `draft` ' +
      '`{draftId, wizard, fact}` of rental management; `reload` when something may have been missed. Their id resumes the stream through Last-Event-ID. A comment every 20 s.',
  )
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Sent by browsers when they reconnect.' })
  @StreamsEvents()
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'TOO_MANY_STREAMS')
  stream(@Me() me: SignedIn, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    demandAny(me, ['view']);
    this.hub.admit(me);
    const viewer = new Viewer(SseStream.open(reply), me);
    viewer.stream.onClose(() => this.hub.leave(viewer));
    void this.hub.join(viewer, lastEventIdOf(request));
  }
}

function lastEventIdOf({ headers }: FastifyRequest): number | undefined {
  const id = headers['last-event-id'];
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : undefined;
}
