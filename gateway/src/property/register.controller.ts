import type { ExportFormat } from '@intervia/contracts/property';
import {
  AnnotationKindSchema,
  EntrySchema,
  ExportFormat as Format,
  ListEntriesResponseSchema,
  ListRegistersResponseSchema,
  MentionSchema,
  RegisterFaultKindSchema,
  RegisterService,
  VerifyResponseSchema,
} from '@intervia/contracts/property';
import { SecurityEventKind } from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, Get, Param, ParseIntPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { sendFile } from '../http/send-file.js';
import { enumName, enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems, Streams } from '../openapi/decorators.js';
import { callerOf, commandOf } from '../session/caller.js';
import { Logged } from '../session/security-trail.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { registerFaultSentence } from './fr/register.js';
import { demandRead, demandWrite } from './property-access.js';
import { AnnotationDto, DecisionDto, EntriesQuery, RegisterQuery } from './register.dto.js';
import { there } from './there.js';

const COMMAND = ['FORBIDDEN_ACTION', 'IDEMPOTENCY_KEY_REQUIRED', 'IDEMPOTENCY_KEY_REUSED', 'INVALID_REQUEST'];

/** The register of mandates (décret 72-678, art. 65). */
@ApiTags('Mandate register')
@Controller('api/property/registers')
export class RegisterController {
  private readonly register: ServiceClient<typeof RegisterService>;

  constructor(
    bus: BusClient,
    private readonly store: FileStore,
  ) {
    this.register = bus.service(RegisterService);
  }

  @Get()
  @Operation(
    'listRegisters',
    'List the registers',
    'One per professional card and mention, with the number that the next mandate gets.',
  )
  @Answers(ListRegistersResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async list(@Me() me: SignedIn): Promise<JsonObject> {
    demandRead(me);
    const answer = await this.register.listRegisters({ caller: callerOf(me) });
    return toJson(ListRegistersResponseSchema, answer);
  }

  @Get(':id/entries')
  @Operation(
    'listRegisterEntries',
    'List entries of a register',
    'Newest first, with their annotations and hashes.',
  )
  @Answers(ListEntriesResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'CARD_NOT_FOUND', 'INVALID_REQUEST')
  async entries(
    @Me() me: SignedIn,
    @Param('id') cardId: string,
    @Query() { mention, ...page }: EntriesQuery,
  ): Promise<JsonObject> {
    demandRead(me);
    const answer = await this.register.listEntries({ caller: callerOf(me), ...of(cardId, mention), ...page });
    return toJson(ListEntriesResponseSchema, answer);
  }

  @Post(':id/decisions')
  @Operation(
    'enterDecision',
    'Enter a decision of a meeting',
    'That entrusts a syndicate of co-owners; mandates enter by their final save.',
  )
  @Idempotent()
  @Answers(EntrySchema, { status: 201 })
  @Problems(...COMMAND, 'CARD_NOT_FOUND')
  async decide(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') cardId: string,
    @Query() { mention }: RegisterQuery,
    @Body() decision: DecisionDto,
  ): Promise<JsonObject> {
    demandWrite(me);
    const { entry } = await this.register.enterDecision({
      context: commandOf(me, key),
      ...of(cardId, mention),
      ...decision,
    });
    return toJson(EntrySchema, there(entry));
  }

  @Post(':id/entries/:number/annotations')
  @Operation(
    'addRegisterAnnotation',
    'Annotate an entry',
    'An ending or an amendment: written beside the entry, which never changes.',
  )
  @Idempotent()
  @Answers(EntrySchema, { status: 201 })
  @Problems(...COMMAND, 'ENTRY_NOT_FOUND', 'ENTRY_ALREADY_ENDED', 'DATE_BEFORE_ENTRY')
  async annotate(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') cardId: string,
    @Param('number', ParseIntPipe) number: number,
    @Query() { mention }: RegisterQuery,
    @Body() { kind, on, text }: AnnotationDto,
  ): Promise<JsonObject> {
    demandWrite(me);
    const annotation = { number, kind: enumValue(AnnotationKindSchema, kind), on, text };
    const { entry } = await this.register.annotate({
      context: commandOf(me, key),
      ...of(cardId, mention),
      ...annotation,
    });
    return toJson(EntrySchema, there(entry));
  }

  @Get(':id/verification')
  @Operation(
    'validateRegister',
    'Verify a register',
    'Reads all of it again: gaps, doubles, broken chain, dates that go back.',
  )
  @Answers(VerifyResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'CARD_NOT_FOUND')
  async verify(
    @Me() me: SignedIn,
    @Param('id') cardId: string,
    @Query() { mention }: RegisterQuery,
  ): Promise<JsonObject> {
    demandRead(me);
    const answer = await this.register.verify({ caller: callerOf(me), ...of(cardId, mention) });
    const faults = answer.faults.map(({ kind, number }) => {
      const name = enumName(RegisterFaultKindSchema, kind) ?? '';
      return { kind: name, number, detail: registerFaultSentence(name, number) };
    });
    return { ...toJson(VerifyResponseSchema, answer), faults };
  }

  @Get(':id/register.pdf')
  @Logged(SecurityEventKind.EXPORTED)
  @Operation(
    'downloadRegisterPdf',
    'Download a register as PDF',
    'All entries in their order, with the hash of the chain.',
  )
  @Streams('application/pdf')
  @Problems('FORBIDDEN_ACTION', 'CARD_NOT_FOUND')
  pdf(
    @Me() me: SignedIn,
    @Param('id') cardId: string,
    @Query() { mention }: RegisterQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(me, of(cardId, mention), Format.PDF, request, reply);
  }

  @Get(':id/register.csv')
  @Logged(SecurityEventKind.EXPORTED)
  @Operation(
    'downloadRegisterCsv',
    'Download a register as CSV',
    'All entries in their order, one line each.',
  )
  @Streams('text/csv')
  @Problems('FORBIDDEN_ACTION', 'CARD_NOT_FOUND')
  csv(
    @Me() me: SignedIn,
    @Param('id') cardId: string,
    @Query() { mention }: RegisterQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(me, of(cardId, mention), Format.CSV, request, reply);
  }

  private async send(
    me: SignedIn,
    register: ReturnType<typeof of>,
    format: ExportFormat,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    demandRead(me);
    const { document } = await this.register.export({ caller: callerOf(me), ...register, format });
    await sendFile(request, reply, this.store, me.agencyId, there(document));
  }
}

const of = (cardId: string, mention: string | undefined) => ({
  cardId,
  ...(mention ? { mention: enumValue(MentionSchema, mention) } : {}),
});
