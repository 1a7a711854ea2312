import { ApiScope, GetImportResponseSchema, ImportsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import {
  Controller,
  Get,
  Header,
  HttpCode,
  Logger,
  Param,
  Post,
  Query,
  Req,
  Res,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import type { JsonObject } from '../../mapping/json.js';
import { toJson } from '../../mapping/json.js';
import { Answers, Operation, Problems, StreamsLines } from '../../openapi/decorators.js';
import type { Program } from '../program.guard.js';
import { ForPrograms, Me, ProgramGuard, SCOPED_KEY_REFUSALS } from '../program.guard.js';
import { BaseQuery } from './base.dto.js';
import { ImportRun } from './import-run.js';
import { NDJSON } from './ndjson.js';
import { readLines, unpacked } from './read-lines.js';

/** Answers to the most lines of a request: its reader may take none before it has sent all. */
const ANSWERS_KEPT = 64 * 1024 * 1024;

/** The base of the agency, published line by line. */
@ApiTags('LSC')
@ForPrograms(ApiScope.BASE_WRITE)
@Controller('lsc/v1/base')
export class BaseController {
  private readonly logger = new Logger(BaseController.name);
  private readonly imports: ServiceClient<typeof ImportsService>;

  constructor(
    bus: BusClient,
    private readonly guard: ProgramGuard,
  ) {
    this.imports = bus.service(ImportsService);
  }

  @Post()
  @HttpCode(200)
  @Header('x-accel-buffering', 'no')
  @Operation(
    'publishBase',
    'Publish the base line by line',
    'One record a line, `{op, type, id, version, data}`; each is answered by a line `{line, type, id, status, code}`, in order, and the last line says `done`. ' +
      'Records of an older version are ignored, a refused line keeps no other out. An import that broke off is resumed with its id and its last answered line.',
  )
  @ApiConsumes(NDJSON)
  @ApiBody({ schema: { type: 'string', description: 'NDJSON in UTF-8; at most 150,000 lines of 256 kB.' } })
  @ApiHeader({ name: 'Content-Encoding', required: false, description: '`gzip` when it is packed.' })
  @StreamsLines()
  @Problems(
    ...SCOPED_KEY_REFUSALS,
    'IMPORT_RUNNING',
    'IMPORT_BODY_BROKEN',
    'UNSUPPORTED_MEDIA_TYPE',
    'INVALID_REQUEST',
    'TOO_MANY_REQUESTS',
  )
  async publish(
    @Me() { caller }: Program,
    @Query() { import: importId = randomUUID(), after = 0 }: BaseQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const encoding = request.headers['content-encoding'];
    const isKnown = encoding === undefined || ['gzip', 'identity'].includes(encoding);
    if (!(request.body instanceof Readable) || !isKnown) throw new UnsupportedMediaTypeException();
    const run = await ImportRun.begin({
      imports: this.imports,
      agencyId: caller.agencyId,
      importId,
      after,
      check: () => this.guard.find(request),
    });
    const answers = run.answers(readLines(unpacked(request.raw, encoding)));
    try {
      // Before the first byte, so that a refusal of all is a problem.
      const first = await answers.next();
      const out = new PassThrough({
        readableHighWaterMark: ANSWERS_KEPT,
        writableHighWaterMark: ANSWERS_KEPT,
      });
      const written = this.write(out, first.value ?? undefined, answers);
      await reply.type(`${NDJSON}; charset=utf-8`).send(out);
      await written;
    } finally {
      // What is sent after a stop is let go by, so that the answer is read.
      request.raw.unpipe();
      request.raw.resume();
    }
  }

  @Get('imports/:importId')
  @Operation(
    'getImport',
    'Get how far an import has come',
    'All lines up to `lastLine` are answered: a program that lost an answer goes on after it.',
  )
  @Answers(GetImportResponseSchema)
  @Problems(...SCOPED_KEY_REFUSALS, 'IMPORT_NOT_FOUND')
  async read(@Me() { caller }: Program, @Param('importId') importId: string): Promise<JsonObject> {
    const answer = await this.imports.getImport({ agencyId: caller.agencyId, importId });
    return toJson(GetImportResponseSchema, answer);
  }

  private async write(
    out: PassThrough,
    first: object | undefined,
    answers: AsyncIterable<object>,
  ): Promise<void> {
    try {
      if (first) out.write(`${JSON.stringify(first)}\n`);
      for await (const answer of answers) {
        if (out.destroyed) break;
        if (!out.write(`${JSON.stringify(answer)}\n`))
          await Promise.race([once(out, 'drain'), once(out, 'close')]);
      }
      out.end();
    } catch (error) {
      this.logger.warn(`an import broke off: ${String(error)}`);
      out.destroy();
    }
  }
}
