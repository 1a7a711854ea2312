import type { PaymentStatement, StatementLine } from '@intervia/contracts';
import {
  AssignLineResponseSchema,
  CafService,
  LineFilterSchema,
  ListStatementLinesResponseSchema,
  ListStatementsResponseSchema,
  PaymentStatementSchema,
  PaymentStatementState,
  PaymentStatementStateSchema,
  SuggestTenantsResponseSchema,
} from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { euros } from '@intervia/french';
import { sentenceOf } from '../fr.js';
import { CAF_POSTING_REFUSALS, CAF_STATEMENT_FIELDS } from '../fr/caf.js';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { InvalidRequest } from '../http/problem.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems } from '../openapi/decorators.js';
import { callerOf, commandOf } from '../session/caller.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { receiveFiles } from '../uploads/receive-files.js';
import { demandRead, demandWrite } from './caf-access.js';
import { LineAssignmentDto, LinesQuery, SelectionDto, StatementsQuery } from './caf.dto.js';

const COMMAND = ['FORBIDDEN_ACTION', 'IDEMPOTENCY_KEY_REQUIRED', 'INVALID_REQUEST'];
const ON_LINE = [
  ...COMMAND,
  'CAF_STATEMENT_NOT_FOUND',
  'CAF_LINE_NOT_FOUND',
  'CAF_LINE_POSTED',
  'CAF_STATEMENT_UNDER_WAY',
  'CAF_ACCOUNT_NOT_FOUND',
];
const REFUSALS = [
  'EMPTY',
  'BINARY',
  'UTF_16',
  'LINE_TOO_LONG',
  'LINE_CUT',
  'RECORD_UNKNOWN',
  'RECORD_MISPLACED',
  'FIELD_INVALID',
];
const OF_THE_WHOLE = [
  'WRONG_COUNT',
  'WRONG_TOTAL',
  'CUT_OFF',
  'OTHER_LANDLORD',
  'LANDLORDS_MIXED',
  'DUPLICATE',
  'TOO_LARGE',
];

/** One statement; what is no text is told by its line, so bytes of no known type are taken in. */
const LIMITS = {
  files: 1,
  fileBytes: 512 * 1024 * 1024,
  accept: ['text/plain', 'application/octet-stream'],
  besideRefused: 'none' as const,
};

/** What the store of files keeps out before anybody reads it: told as the reader would. */
const NO_STATEMENT: Readonly<Record<string, string>> = {
  FILE_EMPTY: 'EMPTY',
  FILE_INFECTED: 'BINARY',
  FILE_TYPE_REFUSED: 'BINARY',
  FILE_TOO_LARGE: 'TOO_HEAVY',
};

class StatementForm {
  @ApiProperty({ type: 'string', format: 'binary' })
  file!: unknown;
}

/** Payment statements (manual, "Réception des bordereaux de ventilation des paiements"). */
@ApiTags('CAF statements')
@Controller('api/caf/statements')
export class CafStatementsController {
  private readonly caf: ServiceClient<typeof CafService>;

  constructor(
    bus: BusClient,
    private readonly store: FileStore,
  ) {
    this.caf = bus.service(CafService);
  }

  @Post()
  @HttpCode(200)
  @Operation(
    'importStatement',
    'Import a payment statement',
    'Whole or not at all. A large one says READING.',
  )
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: StatementForm })
  @Idempotent()
  @Answers(PaymentStatementSchema)
  @Problems(
    ...COMMAND,
    'UPLOAD_REFUSED',
    'NO_FILE',
    ...[...REFUSALS, ...OF_THE_WHOLE, 'TOO_HEAVY'].map((code) => `CAF_STATEMENT_${code}`),
  )
  async importOne(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Req() request: FastifyRequest,
  ): Promise<JsonObject> {
    demandWrite(me);
    if (!request.isMultipart()) throw new UnsupportedMediaTypeException();
    const { stored, faults } = await receiveFiles(request, this.store, me.agencyId, LIMITS);
    const [refusal] = faults.flatMap(({ code }) => NO_STATEMENT[code] ?? []);
    if (refusal) throw new AppError(`CAF_STATEMENT_${refusal}`, 'invalid', { line: '1' });
    if (faults.length > 0) throw new InvalidRequest([...faults], 'UPLOAD_REFUSED');
    const [first] = stored;
    if (!first) throw new InvalidRequest([{ field: 'file', code: 'NO_FILE' }], 'NO_FILE');
    const { statement } = await this.caf.importStatement({
      context: commandOf(me, key),
      document: first.file,
    });
    if (statement?.state === PaymentStatementState.REFUSED) throw refusalOf(statement);
    return statementIn({ statement });
  }

  @Get()
  @Operation('listStatements', 'List payment statements', 'The newest first; refused ones say why.')
  @Answers(ListStatementsResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async list(@Me() me: SignedIn, @Query() { state, ...query }: StatementsQuery): Promise<JsonObject> {
    demandRead(me);
    const asked = { ...query, state: enumValue(PaymentStatementStateSchema, state) };
    const answer = await this.caf.listStatements({ caller: callerOf(me), ...asked });
    const statements = answer.statements.map(spoken);
    return toJson(ListStatementsResponseSchema, { ...answer, statements });
  }

  @Get(':id')
  @Operation('getStatement', 'Get a payment statement', 'With the totals of its lines, selected or not.')
  @Answers(PaymentStatementSchema)
  @Problems('FORBIDDEN_ACTION', 'CAF_STATEMENT_NOT_FOUND')
  async get(@Me() me: SignedIn, @Param('id') statementId: string): Promise<JsonObject> {
    demandRead(me);
    return statementIn(await this.caf.getStatement({ caller: callerOf(me), statementId }));
  }

  @Get(':id/lines')
  @Operation(
    'listStatementLines',
    'List lines of a statement',
    'In the order of the file, with their tenants.',
  )
  @Answers(ListStatementLinesResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST', 'CAF_STATEMENT_NOT_FOUND')
  async lines(
    @Me() me: SignedIn,
    @Param('id') statementId: string,
    @Query() { filter, ...page }: LinesQuery,
  ): Promise<JsonObject> {
    demandRead(me);
    // Of another agency there is no statement, rather than one without lines.
    await this.caf.getStatement({ caller: callerOf(me), statementId });
    const asked = { statementId, filter: enumValue(LineFilterSchema, filter), ...page };
    const answer = await this.caf.listStatementLines({ caller: callerOf(me), ...asked });
    return toJson(ListStatementLinesResponseSchema, { ...answer, lines: answer.lines.map(explained) });
  }

  @Post(':id/selection')
  @HttpCode(200)
  @Operation('selectLines', 'Select lines', 'Or not; what is posted stays posted.')
  @Idempotent()
  @Answers(PaymentStatementSchema)
  @Problems(...COMMAND, 'CAF_STATEMENT_NOT_FOUND', 'CAF_STATEMENT_UNDER_WAY')
  async select(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') statementId: string,
    @Body() { lines = [], selected }: SelectionDto,
  ): Promise<JsonObject> {
    demandWrite(me);
    const lineIds = lines.map(({ id }) => id);
    return statementIn(
      await this.caf.selectLines({ context: commandOf(me, key), statementId, lineIds, selected }),
    );
  }

  @Get(':id/lines/:lineId/suggestions')
  @Operation('suggestTenants', 'Suggest tenants for a line', 'Those whose name or aid looks like the line’s.')
  @Answers(SuggestTenantsResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'CAF_LINE_NOT_FOUND')
  async suggest(
    @Me() me: SignedIn,
    @Param('id') statementId: string,
    @Param('lineId') lineId: string,
  ): Promise<JsonObject> {
    demandRead(me);
    const answer = await this.caf.suggestTenants({ caller: callerOf(me), statementId, lineId });
    return toJson(SuggestTenantsResponseSchema, answer);
  }

  @Post(':id/lines/:lineId/tenant')
  @HttpCode(200)
  @Operation('assignLine', 'Give a line its tenant', 'By account number; remembered for the next imports.')
  @Idempotent()
  @Answers(AssignLineResponseSchema)
  @Problems(...ON_LINE)
  async assign(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') statementId: string,
    @Param('lineId') lineId: string,
    @Body() body: LineAssignmentDto,
  ): Promise<JsonObject> {
    demandWrite(me);
    const answer = await this.caf.assignLine({ context: commandOf(me, key), statementId, lineId, ...body });
    return toJson(AssignLineResponseSchema, answer);
  }

  @Post(':id/validation')
  @HttpCode(200)
  @Operation(
    'validateStatement',
    'Validate a statement',
    'Posts the selected lines that have a tenant, each once.',
  )
  @Idempotent()
  @Answers(PaymentStatementSchema)
  @Problems(...COMMAND, 'CAF_STATEMENT_NOT_FOUND', 'CAF_NOTHING_TO_POST')
  async validate(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') statementId: string,
  ): Promise<JsonObject> {
    demandWrite(me);
    return statementIn(await this.caf.validateStatement({ context: commandOf(me, key), statementId }));
  }
}

/** The field by its French name, and sums in euros: that is what the sentence of a refusal says. */
function valuesOf({ refusalCode, refusalValues }: PaymentStatement): Record<string, string> {
  const isSum = refusalCode === 'CAF_STATEMENT_WRONG_TOTAL';
  const told = Object.fromEntries(
    refusalValues.map(({ name, value }) => {
      if (name === 'field') return [name, CAF_STATEMENT_FIELDS[value] ?? value];
      return [name, isSum && SUMS.has(name) ? euros(Number(value)) : value];
    }),
  );
  return { codes: OBSERVED_CODES, ...told };
}

/** Of a refusal that was kept before layouts had codes of their own. */
const OBSERVED_CODES = '0302, 0602, 0702, 0802';

const SUMS: ReadonlySet<string> = new Set(['told', 'found', 'difference']);

const refusalOf = (statement: PaymentStatement): AppError =>
  new AppError(statement.refusalCode || 'CAF_STATEMENT_NOT_READ', 'invalid', valuesOf(statement));

/** Why it was not posted, in a sentence. */
const explained = (line: StatementLine): StatementLine =>
  line.postingError
    ? {
        ...line,
        postingError:
          CAF_POSTING_REFUSALS[line.postingError] ??
          sentenceOf({ code: line.postingError, kind: 'conflict' }),
      }
    : line;

/** With the sentence of its refusal. */
const spoken = (statement: PaymentStatement): PaymentStatement =>
  statement.refusalCode
    ? {
        ...statement,
        refusal: sentenceOf({ code: statement.refusalCode, kind: 'invalid', params: valuesOf(statement) }),
      }
    : statement;

function statementIn({ statement }: { statement?: PaymentStatement }): JsonObject {
  if (!statement) throw new AppError('INTERNAL', 'internal');
  return toJson(PaymentStatementSchema, spoken(statement));
}
