import type { CafRun, FileScope } from '@intervia/contracts';
import {
  CafFileSchema,
  CafMessageSchema,
  CafRunSchema,
  CafService,
  DropStateSchema,
  ListFilesResponseSchema,
  ListRadiationsResponseSchema,
  PreviewRowsResponseSchema,
  RowFilterSchema,
  SecurityEventKind,
} from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { sendFile } from '../http/send-file.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems, Streams } from '../openapi/decorators.js';
import { callerOf, commandOf } from '../session/caller.js';
import { Logged, SecurityTrail } from '../session/security-trail.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { demandRead, demandWrite } from './caf-access.js';
import { FilesQuery, PageQuery, RowsQuery, RunDto, ScopeDto } from './caf.dto.js';

const COMMAND = ['FORBIDDEN_ACTION', 'IDEMPOTENCY_KEY_REQUIRED', 'INVALID_REQUEST'];

/** CAF12, CAF32, CAF42: who is in, the file, the journal (manual, "Envoi manuel des fichiers"). */
@ApiTags('CAF files')
@Controller('api/caf')
export class CafFilesController {
  private readonly caf: ServiceClient<typeof CafService>;

  constructor(
    bus: BusClient,
    private readonly store: FileStore,
    private readonly trail: SecurityTrail,
  ) {
    this.caf = bus.service(CafService);
  }

  @Get('rows')
  @Operation(
    'listCafRows',
    'List who is in a file',
    'Everybody, in or out, why, and which lines make the rent.',
  )
  @Answers(PreviewRowsResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST', 'CAF_SETTINGS_MISSING')
  async rows(@Me() me: SignedIn, @Query() { filter, cursor, ...scope }: RowsQuery): Promise<JsonObject> {
    demandRead(me);
    const answer = await this.caf.previewRows({
      ...{ caller: callerOf(me), scope: scopeOf(scope), filter: enumValue(RowFilterSchema, filter), cursor },
    });
    return toJson(PreviewRowsResponseSchema, answer);
  }

  @Post('runs')
  @HttpCode(200)
  @Operation(
    'makeCafFile',
    'Make a file',
    'Or, dry, say what stands in the way. What takes long says RUNNING.',
  )
  @Idempotent()
  @Answers(CafRunSchema)
  @Problems(...COMMAND, 'CAF_SETTINGS_MISSING')
  async run(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Body() { dry = false, ...scope }: RunDto,
    @Req() request: FastifyRequest,
  ): Promise<JsonObject> {
    demandWrite(me);
    const run = await this.caf.startRun({ context: commandOf(me, key), scope: scopeOf(scope), dry });
    // Whose data may leave is the same question for a file as for a list that is downloaded.
    if (!dry) this.trail.record(SecurityEventKind.EXPORTED, request);
    return runIn(run);
  }

  @Get('runs/:id')
  @Operation('getCafRun', 'Get a run', 'Where the making of a file stands, with its faults.')
  @Answers(CafRunSchema)
  @Problems('FORBIDDEN_ACTION', 'CAF_FILE_NOT_FOUND')
  async getRun(@Me() me: SignedIn, @Param('id') runId: string): Promise<JsonObject> {
    demandRead(me);
    return runIn(await this.caf.getRun({ caller: callerOf(me), runId }));
  }

  @Get('files')
  @Operation(
    'listCafFiles',
    'List the journal of files',
    'The newest first, with the attempts that were blocked.',
  )
  @Answers(ListFilesResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async files(@Me() me: SignedIn, @Query() { message, state, ...query }: FilesQuery): Promise<JsonObject> {
    demandRead(me);
    const asked = {
      ...query,
      message: enumValue(CafMessageSchema, message),
      state: enumValue(DropStateSchema, state),
    };
    return toJson(ListFilesResponseSchema, await this.caf.listFiles({ caller: callerOf(me), ...asked }));
  }

  @Get('files/:id/content')
  @Logged(SecurityEventKind.EXPORTED)
  @Operation('downloadCafFile', 'Download a file', 'The very bytes that were dropped.')
  @Streams('text/plain')
  @Problems('FORBIDDEN_ACTION', 'CAF_FILE_NOT_FOUND')
  async content(
    @Me() me: SignedIn,
    @Param('id') fileId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    demandRead(me);
    const { file } = await this.caf.getFile({ caller: callerOf(me), fileId });
    if (!file?.document) throw new AppError('CAF_FILE_NOT_FOUND', 'not-found');
    await sendFile(request, reply, this.store, me.agencyId, { ...file.document, name: file.name });
  }

  @Post('files/:id/regeneration')
  @Logged(SecurityEventKind.EXPORTED)
  @HttpCode(200)
  @Operation(
    'regenerateCafFile',
    'Make a file again',
    'Under a new number; the old one stays in the journal.',
  )
  @Idempotent()
  @Answers(CafRunSchema)
  @Problems(...COMMAND, 'CAF_FILE_NOT_FOUND')
  async regenerate(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') fileId: string,
  ): Promise<JsonObject> {
    demandWrite(me);
    return runIn(await this.caf.regenerateFile({ context: commandOf(me, key), fileId }));
  }

  @Post('files/:id/drop')
  @HttpCode(200)
  @Operation('dropCafFile', 'Try again to drop a file', 'At once, into the pickup folder.')
  @Idempotent()
  @Answers(CafFileSchema)
  @Problems(...COMMAND, 'CAF_FILE_NOT_FOUND')
  async drop(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') fileId: string,
  ): Promise<JsonObject> {
    demandWrite(me);
    const { file } = await this.caf.dropFile({ context: commandOf(me, key), fileId });
    if (!file) throw new AppError('INTERNAL', 'internal');
    return toJson(CafFileSchema, file);
  }

  @Get('radiations')
  @Operation('listRadiations', 'List notices and departures', 'And what was sent of them.')
  @Answers(ListRadiationsResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async radiations(@Me() me: SignedIn, @Query() page: PageQuery): Promise<JsonObject> {
    demandRead(me);
    return toJson(
      ListRadiationsResponseSchema,
      await this.caf.listRadiations({ caller: callerOf(me), ...page }),
    );
  }
}

const scopeOf = ({
  message,
  ...scope
}: ScopeDto): Omit<FileScope, '$typeName' | '$unknown' | 'year'> & { year?: number } => ({
  ...scope,
  message: enumValue(CafMessageSchema, message),
});

function runIn({ run }: { run?: CafRun }): JsonObject {
  if (!run) throw new AppError('INTERNAL', 'internal');
  return toJson(CafRunSchema, run);
}
