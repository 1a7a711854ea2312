import { LineFilter } from '@intervia/contracts';
import type { PaymentStatement, StatementLine } from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import { Readable } from 'node:stream';
import { LARGEST_STATEMENT, STATEMENT_TYPES } from '../domain/statement/limits.js';
import type { House } from './house.js';
import { AGENCY, caller, context } from './house.js';

/** As the gateway does: kept, then imported. */
export async function takeStatement({ app, caf }: House, text: string | Buffer): Promise<PaymentStatement> {
  const limits = { maxBytes: LARGEST_STATEMENT, accept: STATEMENT_TYPES };
  const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text, 'latin1');
  const document = await app.get(FileStore).put(AGENCY, 'bordereau.txt', Readable.from([bytes]), limits);
  const { statement } = await caf.importStatement({ context: context(), document });
  if (!statement) throw new Error('no statement');
  return statement;
}

export async function linesOfStatement(
  { caf }: House,
  { id: statementId }: PaymentStatement,
  filter = LineFilter.UNSPECIFIED,
): Promise<StatementLine[]> {
  return (await caf.listStatementLines({ caller: caller(), statementId, filter })).lines;
}
