import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { memoryKey } from '../../domain/statement/matching.js';
import type { LineTwin, StatementRecord } from '../../domain/statement/records.js';
import type { StatementLine } from '../../domain/statement/detail-record.js';
import { Statements } from '../ports/statements.js';

/** The statement that is read, with what its first reading found. */
type Read = Pick<StatementRecord, 'id' | 'agencyId' | 'organisme' | 'bailleur' | 'blocks' | 'document'>;

/** Knows a payment again that came already: twice in one file, or in a file that repeats a part of another. */
@Injectable()
export class PaymentTwins {
  constructor(private readonly statements: Statements) {}

  /** @returns for each line its key, and the line that came before it */
  async of(
    statement: Read,
    lines: readonly StatementLine[],
  ): Promise<{ paymentKey: string; twin?: LineTwin }[]> {
    const { agencyId, id: statementId, document } = statement;
    const keys = lines.map((line) => keyOf(statement, line));
    const known = await this.statements.payments(agencyId, keys);
    return lines.map(({ number }, at) => {
      const paymentKey = keys[at] ?? '';
      const twin = known.get(paymentKey);
      if (!twin) known.set(paymentKey, { statementId, documentName: document.name, number });
      return { paymentKey, twin };
    });
  }
}

/** Who pays what to whom for which month, on which day of payment; a digest, as names are in it. */
function keyOf({ organisme, bailleur, blocks }: Read, line: StatementLine): string {
  const { aidType, block, month, amountCents, withheldCents } = line;
  const { date = '', label = '' } = blocks[block - 1] ?? {};
  const paid = [organisme, bailleur, aidType, date, label];
  const facts = [...paid, memoryKey(line), month, amountCents, withheldCents];
  return createHash('sha256').update(facts.join('|')).digest('base64url').slice(0, 22);
}
