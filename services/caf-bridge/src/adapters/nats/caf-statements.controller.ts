import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  AssignLineRequest,
  AssignLineResponseSchema,
  GetStatementRequest,
  GetStatementResponseSchema,
  ImportStatementRequest,
  ImportStatementResponseSchema,
  ListStatementLinesRequest,
  ListStatementLinesResponseSchema,
  ListStatementsRequest,
  ListStatementsResponseSchema,
  SelectLinesRequest,
  SelectLinesResponseSchema,
  SuggestTenantsRequest,
  SuggestTenantsResponseSchema,
  ValidateStatementRequest,
  ValidateStatementResponseSchema,
} from '@intervia/contracts';
import { CafService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { byName, idOf } from '../../application/caller.js';
import { Statements } from '../../application/ports/statements.js';
import { AssignLineHandler } from '../../application/statements/assign-line.handler.js';
import { ImportStatementHandler } from '../../application/statements/import-statement.handler.js';
import { SelectLinesHandler } from '../../application/statements/select-lines.handler.js';
import { ValidateStatementHandler } from '../../application/statements/validate-statement.handler.js';
import { NotFound } from '../../domain/values/errors.js';
import { LINE_FILTERS, pageOf, toCaller, toCommand, toDocument, toStatementFilter } from './from-proto.js';
import { fromLine, fromStatement } from './to-proto.js';

const MOST_SELECTED = 500;

@Controller()
export class CafStatementsController {
  constructor(
    private readonly imports: ImportStatementHandler,
    private readonly statements: Statements,
    private readonly selection: SelectLinesHandler,
    private readonly lines: AssignLineHandler,
    private readonly validation: ValidateStatementHandler,
  ) {}

  @RpcMethod(CafService.method.importStatement)
  async importOne(
    @Payload() { context, document }: ImportStatementRequest,
  ): Promise<MessageInitShape<typeof ImportStatementResponseSchema>> {
    const command = toCommand(context);
    const { agencyId } = command.caller;
    const kept = toDocument(document);
    return {
      statement: fromStatement(
        await this.imports.execute(agencyId, idOf(command), kept, byName(command.caller)),
      ),
    };
  }

  @RpcMethod(CafService.method.listStatements)
  async list(
    @Payload() { caller, ...asked }: ListStatementsRequest,
  ): Promise<MessageInitShape<typeof ListStatementsResponseSchema>> {
    const { agencyId } = toCaller(caller);
    const { items, next } = await this.statements.list(agencyId, toStatementFilter(asked), ...pageOf(asked));
    return { statements: items.map(fromStatement), nextCursor: next ?? '' };
  }

  @RpcMethod(CafService.method.getStatement)
  async get(
    @Payload() { caller, statementId }: GetStatementRequest,
  ): Promise<MessageInitShape<typeof GetStatementResponseSchema>> {
    const statement = await this.statements.find(toCaller(caller).agencyId, statementId);
    if (!statement) throw new NotFound('STATEMENT', statementId);
    return { statement: fromStatement(statement) };
  }

  @RpcMethod(CafService.method.listStatementLines)
  async listLines(
    @Payload() { caller, statementId, filter, ...page }: ListStatementLinesRequest,
  ): Promise<MessageInitShape<typeof ListStatementLinesResponseSchema>> {
    const { agencyId } = toCaller(caller);
    const found = await this.statements.lines(agencyId, statementId, LINE_FILTERS[filter], ...pageOf(page));
    return { lines: found.items.map(fromLine), nextCursor: found.next ?? '' };
  }

  @RpcMethod(CafService.method.selectLines)
  async select(
    @Payload() { context, statementId, lineIds, selected }: SelectLinesRequest,
  ): Promise<MessageInitShape<typeof SelectLinesResponseSchema>> {
    const { agencyId } = toCommand(context).caller;
    const ids = lineIds.slice(0, MOST_SELECTED);
    return {
      statement: fromStatement(await this.selection.execute(agencyId, statementId, ids, selected)),
    };
  }

  @RpcMethod(CafService.method.suggestTenants)
  async suggest(
    @Payload() { caller, statementId, lineId }: SuggestTenantsRequest,
  ): Promise<MessageInitShape<typeof SuggestTenantsResponseSchema>> {
    return { suggestions: await this.lines.suggest(toCaller(caller).agencyId, { statementId, lineId }) };
  }

  @RpcMethod(CafService.method.assignLine)
  async assign(
    @Payload() { context, statementId, lineId, account, sharerId }: AssignLineRequest,
  ): Promise<MessageInitShape<typeof AssignLineResponseSchema>> {
    const ids = { statementId, lineId };
    const { line, statement } = await this.lines.execute(toCommand(context), ids, account, sharerId);
    return { line: fromLine(line), statement: fromStatement(statement) };
  }

  @RpcMethod(CafService.method.validateStatement)
  async validate(
    @Payload() { context, statementId }: ValidateStatementRequest,
  ): Promise<MessageInitShape<typeof ValidateStatementResponseSchema>> {
    return { statement: fromStatement(await this.validation.execute(toCommand(context), statementId)) };
  }
}
