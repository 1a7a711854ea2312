import { ApiScope } from '@intervia/contracts';
import { Controller, Get, Header, Logger, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Operation, Problems, StreamsLines } from '../../openapi/decorators.js';
import { NDJSON } from '../base/ndjson.js';
import type { Program } from '../program.guard.js';
import { ForPrograms, Me, ProgramGuard, SCOPED_KEY_REFUSALS } from '../program.guard.js';
import { CursorTooOld } from './change-cursor.js';
import { ChangeFeed } from './change-feed.js';
import { ChangesPageDto, ChangesQuery, MOST_CHANGES } from './changes.dto.js';
import { Snapshot } from './snapshot.js';

const SNAPSHOT = '/lsc/v1/snapshot';

/** What changed since, and where to begin. */
@ApiTags('LSC')
@ForPrograms(ApiScope.CHANGES_READ)
@Controller('lsc/v1')
export class ChangesController {
  private readonly logger = new Logger(ChangesController.name);

  constructor(
    private readonly feed: ChangeFeed,
    private readonly snapshot: Snapshot,
    private readonly guard: ProgramGuard,
  ) {}

  @Get('changes')
  @Operation(
    'listChanges',
    'List what changed',
    'Changes of the agency after a cursor, in their order, each at least once. With `wait`, a request that finds none is answered as soon as one comes. ' +
      'A cursor that is too old is refused with 410 and the address of the snapshot in `Link`.',
  )
  @ApiOkResponse({ type: ChangesPageDto })
  @Problems(
    ...SCOPED_KEY_REFUSALS,
    'CURSOR_INVALID',
    'CURSOR_OF_ANOTHER',
    'CURSOR_TOO_OLD',
    'TOO_MANY_POLLS',
    'INVALID_REQUEST',
  )
  async changes(
    @Me() { caller }: Program,
    @Query() { after, wait = 0, limit = MOST_CHANGES }: ChangesQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangesPageDto> {
    const left = new AbortController();
    reply.raw.once('close', () => left.abort());
    const { agencyId } = caller;
    try {
      const asked = { agencyId, cursor: after, limit, waitMs: wait * 1_000, gone: left.signal };
      const page = await this.feed.page(asked);
      // The key may have been revoked while it waited.
      if (wait > 0) await this.guard.find(request);
      return { ...page };
    } catch (error) {
      if (error instanceof CursorTooOld) void reply.header('link', `<${SNAPSHOT}>; rel="alternate"`);
      throw error;
    }
  }

  @Get('snapshot')
  @Header('x-accel-buffering', 'no')
  @Operation(
    'getSnapshot',
    'Get all as it is today',
    'First a line `{next}`, the cursor from which changes go on; then one record a line, `{type, id, version, data}`; last `{done, records}`: without it the answer was cut.',
  )
  @StreamsLines()
  @Problems(...SCOPED_KEY_REFUSALS)
  async all(@Me() { caller }: Program, @Res() reply: FastifyReply): Promise<void> {
    const next = await this.feed.now(caller.agencyId);
    const lines = Readable.from(this.written(caller.agencyId, next));
    lines.on('error', (error) => this.logger.warn(`a snapshot broke off: ${String(error)}`));
    await reply.type(`${NDJSON}; charset=utf-8`).send(lines);
  }

  private async *written(agencyId: string, next: string): AsyncGenerator<string, void, void> {
    yield `${JSON.stringify({ next })}\n`;
    let records = 0;
    for await (const line of this.snapshot.lines(agencyId)) {
      yield `${JSON.stringify(line)}\n`;
      records += 1;
    }
    yield `${JSON.stringify({ done: true, records })}\n`;
  }
}
