import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LineFilter, PaymentStatementState } from '@intervia/contracts';
import type { PaymentStatement } from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import { eventually } from '@intervia/testing';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Readable } from 'node:stream';
import { NAMES } from './adapters/mongo/schemas.js';
import type { LineDoc, StatementDoc } from './adapters/mongo/schemas.js';
import { LARGEST_STATEMENT, STATEMENT_TYPES } from './domain/statement/limits.js';
import { statementText } from './samples/statement-text.js';
import { aTenantFile } from './testing/fake-directory.js';
import { AGENCY, House, caller, context } from './testing/house.js';
import { linesOfStatement, takeStatement } from './testing/statements.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
  await house.configure();
}, 60_000);
afterAll(() => house?.close());
beforeEach(() => {
  const { directory } = house;
  directory.tenants.clear();
  directory.postings.clear();
  directory.posted = 0;
  for (const id of ['one', 'two', 'three']) directory.put(aTenantFile(id));
  directory.put(aTenantFile('four', { cafNumber: '' }));
});

/** Each test has amounts of its own: the same statement twice is refused. */
let cents = 100_00;
const another = () => (cents += 1);

const take = (text: string | Buffer) => takeStatement(house, text);
const linesOf = (statement: PaymentStatement, filter?: LineFilter) =>
  linesOfStatement(house, statement, filter);

const fourLines = () => [
  { reference: 'CAF-ONE', amountCents: another() },
  { reference: 'X-2', allocataire: '99TWO', amountCents: another() },
  { reference: 'CAF-NEW', allocataire: '99FOUR', amountCents: another() },
  {
    reference: 'UNKNOWN-1',
    allocataire: '55',
    lastName: 'NOMTHREE',
    firstName: 'ZOE',
    amountCents: another(),
  },
];

describe('a statement', () => {
  it('finds its tenants by unique number, then allocataire, stores the number, and leaves the rest open', async () => {
    const lines = fourLines();
    const statement = await take(
      statementText([{ lines: lines.slice(0, 3) }, { aidType: '999', lines: [lines[3]!] }]),
    );
    expect(statement).toMatchObject({
      ...{ state: PaymentStatementState.OPEN, entityId: 'ent-1', organisme: '075', lineEnds: 'CRLF' },
      ...{ selected: { lines: 3 }, unselected: { lines: 1 }, unmatched: { lines: 1 }, all: { lines: 4 } },
    });
    expect(statement.blocks).toHaveLength(2);
    expect(
      (await linesOf(statement)).map(({ account, matchedBy, uniqueNumber }) => [
        account,
        matchedBy,
        uniqueNumber,
      ]),
    ).toEqual([
      ['411ONE', 'UNIQUE_NUMBER', 'KEPT'],
      // The tenant's own number stays: it is locked.
      ['411TWO', 'ALLOCATAIRE', 'OTHER'],
      ['411FOUR', 'ALLOCATAIRE', 'SET'],
      ['', '', ''],
    ]);
    expect(house.directory.get('four').lease?.cafNumber).toBe('CAF-NEW');
  });

  it('suggests tenants for an open line, takes the account, and knows it next month', async () => {
    const open = {
      reference: '',
      allocataire: '',
      lastName: 'NOMTHREE',
      firstName: 'ZOE',
      amountCents: another(),
    };
    const statement = await take(statementText([{ lines: [open] }]));
    const [line] = await linesOf(statement);
    const ids = { statementId: statement.id, lineId: line!.id };
    const { suggestions } = await house.caf.suggestTenants({ caller: caller(), ...ids });
    expect(suggestions).toEqual([expect.objectContaining({ account: '411THREE', name: 'Zoé Nomthree' })]);
    await expect(
      house.caf.assignLine({ context: context(), ...ids, account: '411NOBODY' }),
    ).rejects.toMatchObject({
      ...{ code: 'CAF_ACCOUNT_NOT_FOUND', params: { id: '411NOBODY' } },
    });
    const assigned = await house.caf.assignLine({ context: context(), ...ids, account: ' 411three ' });
    expect(assigned.line).toMatchObject({ account: '411THREE', matchedBy: 'HAND', selected: true });
    const next = await take(statementText([{ lines: [{ ...open, amountCents: another() }] }]));
    expect(await linesOf(next)).toEqual([
      expect.objectContaining({ account: '411THREE', matchedBy: 'MEMORY' }),
    ]);
  });

  it('posts the selected lines once, and lowers what tenants owe', async () => {
    const lines = fourLines();
    const statement = await take(statementText([{ lines }]));
    const [, second] = await linesOf(statement);
    const chosen = await house.caf.selectLines({
      ...{ context: context(), statementId: statement.id, lineIds: [second!.id], selected: false },
    });
    expect(chosen.statement).toMatchObject({ selected: { lines: 2 }, unselected: { lines: 2 } });
    const before = house.directory.get('one').account!.balanceCents;
    const [first, again] = await Promise.all([
      house.caf.validateStatement({ context: context(), statementId: statement.id }),
      house.caf.validateStatement({ context: context(), statementId: statement.id }),
    ]);
    expect([first.statement?.id, again.statement?.id]).toEqual([statement.id, statement.id]);
    const posted = await eventually(async () => {
      const found = await linesOf(statement, LineFilter.POSTED);
      return found.length === 2 ? found : undefined;
    });
    expect(house.directory.postings.size).toBe(2);
    expect(house.directory.get('one').account!.balanceCents).toBe(before - lines[0]!.amountCents);
    expect(posted[0]).toMatchObject({
      account: '411ONE',
      balanceAfterCents: BigInt(before - lines[0]!.amountCents),
    });
    await expect(
      house.caf.validateStatement({ context: context(), statementId: statement.id }),
    ).rejects.toMatchObject({
      code: 'CAF_NOTHING_TO_POST',
    });
  });

  it('posts nothing of a line that pays nothing, and is done without it', async () => {
    const lines = [
      { reference: 'CAF-ONE', amountCents: another() },
      { reference: 'CAF-TWO', amountCents: 0, withheldCents: 250_00 },
    ];
    const { id: statementId } = await take(statementText([{ lines }]));
    const { statement } = await house.caf.validateStatement({ context: context(), statementId });
    expect(statement).toMatchObject({ state: PaymentStatementState.POSTED, posted: { lines: 1 } });
    expect(await linesOf(statement!)).toMatchObject([
      { postingError: '', postingId: expect.stringMatching(/./) },
      { postingError: 'CAF_LINE_PAYS_NOTHING', postingId: '', selected: false },
    ]);
    expect([...house.directory.postings.values()].map(({ accountId }) => accountId)).toEqual(['acc-one']);
  });

  it('stays open while lines that cancel each other out have no tenant', async () => {
    const cents = another();
    const nobody = { reference: '', allocataire: '', lastName: 'PERSONNE' };
    const lines = [
      { reference: 'CAF-ONE', amountCents: another() },
      { ...nobody, amountCents: cents },
      { ...nobody, firstName: 'LEA', amountCents: -cents },
    ];
    const { id: statementId } = await take(statementText([{ lines }]));
    const { statement } = await house.caf.validateStatement({ context: context(), statementId });
    expect(statement).toMatchObject({
      ...{ state: PaymentStatementState.OPEN, posted: { lines: 1 }, unmatched: { lines: 2 } },
    });
  });

  it('posts nothing twice when the process dies between a posting and its answer', async () => {
    const statement = await take(statementText([{ lines: fourLines().slice(0, 2) }]));
    let reached = (): void => undefined;
    const held: (() => void)[] = [];
    const inside = new Promise<void>((resolve) => (reached = resolve));
    // The directory has posted; its answer never comes.
    house.directory.onPost = () => {
      reached();
      return new Promise((resolve) => held.push(resolve));
    };
    const dead = house.app;
    const cut = house.caf
      .validateStatement({ context: context(), statementId: statement.id })
      .catch(() => undefined);
    await inside;
    expect(house.directory.postings.size).toBeGreaterThan(0);
    house.directory.onPost = async () => undefined;
    await expect(
      house.caf.selectLines({ context: context(), statementId: statement.id, selected: false }),
    ).rejects.toMatchObject({ code: 'CAF_STATEMENT_UNDER_WAY' });
    // As after a kill: nobody holds it any more.
    const statements = house.app.get<Model<StatementDoc>>(getModelToken(NAMES.statements));
    await statements.updateOne({ _id: statement.id }, { $set: { heldUntil: new Date(0) } });
    await house.boot();
    const done = await eventually(
      async () => {
        const found = await house.caf.getStatement({ caller: caller(), statementId: statement.id });
        return found.statement?.state === PaymentStatementState.POSTED ? found.statement : undefined;
      },
      { timeoutMs: 30_000 },
    );
    expect(done.posted?.lines).toBe(2);
    expect(house.directory.postings.size).toBe(2);
    expect(house.directory.posted).toBeGreaterThan(2);
    expect(house.directory.get('one').account!.balanceCents).toBe(
      50_000 - Number((await linesOf(done))[0]!.amountCents),
    );
    for (const release of held) release();
    await cut;
    await dead.close();
    expect(house.directory.postings.size).toBe(2);
  });
});

describe('a statement that is refused', () => {
  const lines = () => house.app.get<Model<LineDoc>>(getModelToken(NAMES.lines));

  it.each<[string, () => string | Buffer, string, Record<string, string>]>([
    [
      'with a wrong total',
      () => statementText([{ lines: fourLines(), told: { amountCents: 1 } }]),
      'CAF_STATEMENT_WRONG_TOTAL',
      { line: '7', field: 'amount', told: '1' },
    ],
    [
      'of another landlord',
      () => statementText([{ lines: fourLines() }], { bailleur: '99999' }),
      'CAF_STATEMENT_OTHER_LANDLORD',
      { bailleur: '99999' },
    ],
    [
      'with a wrong count',
      () => statementText([{ lines: fourLines(), told: { details: 3 } }], { eol: '\n' }),
      'CAF_STATEMENT_WRONG_COUNT',
      { line: '7', field: 'details', told: '3', found: '4' },
    ],
    ['binary', () => Buffer.from([0, 1, 2, 3]), 'CAF_STATEMENT_BINARY', { line: '1' }],
    [
      'cut off',
      () =>
        statementText([{ lines: fourLines() }])
          .split('\r\n')
          .slice(0, 4)
          .join('\r\n'),
      'CAF_STATEMENT_CUT_OFF',
      { line: '4' },
    ],
  ])('%s says where, and leaves no line behind', async (_what, text, code, params) => {
    const statement = await take(text());
    expect(statement).toMatchObject({ state: PaymentStatementState.REFUSED, refusalCode: code });
    expect(Object.fromEntries(statement.refusalValues.map(({ name, value }) => [name, value]))).toMatchObject(
      params,
    );
    expect(await lines().countDocuments({ agencyId: AGENCY, statementId: statement.id })).toBe(0);
  });

  it('of 200 MB with a wrong total at its end is read in pieces, and told by its line', async () => {
    const block = statementText([{ lines: Array.from({ length: 100_000 }, () => ({ amountCents: 1 })) }]);
    const wrong = statementText([{ lines: [{ amountCents: 1 }], told: { amountCents: 2 } }]);
    const blocks = Math.ceil(200e6 / block.length);
    const bytes = Readable.from(
      (function* () {
        for (let made = 0; made < blocks; made += 1) yield Buffer.from(block, 'latin1');
        yield Buffer.from(wrong, 'latin1');
      })(),
    );
    const limits = { maxBytes: LARGEST_STATEMENT, accept: STATEMENT_TYPES };
    const document = await house.app.get(FileStore).put(AGENCY, 'enorme.txt', bytes, limits);
    const { statement } = await house.caf.importStatement({ context: context(), document });
    const refused = await eventually(
      async () => {
        const found = await house.caf.getStatement({ caller: caller(), statementId: statement!.id });
        return found.statement?.state === PaymentStatementState.REFUSED ? found.statement : undefined;
      },
      { timeoutMs: 50_000 },
    );
    expect(document.size).toBeGreaterThan(200e6);
    expect(refused.refusalCode).toBe('CAF_STATEMENT_WRONG_TOTAL');
    const values = Object.fromEntries(refused.refusalValues.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({ line: String(blocks * 100_003 + 4), field: 'amount', told: '2' });
  });

  it('because it was taken already, in whatever line ends', async () => {
    const blocks = [{ lines: fourLines() }];
    await take(statementText(blocks));
    const twice = await take(statementText(blocks, { eol: '\n', width: 200 }));
    expect(twice).toMatchObject({
      state: PaymentStatementState.REFUSED,
      refusalCode: 'CAF_STATEMENT_DUPLICATE',
    });
  });

  it('to another agency does not exist', async () => {
    const { id: statementId } = await take(statementText([{ lines: fourLines() }]));
    await expect(house.caf.getStatement({ caller: caller('roses'), statementId })).rejects.toMatchObject({
      code: 'CAF_STATEMENT_NOT_FOUND',
    });
    expect((await house.caf.listStatementLines({ caller: caller('roses'), statementId })).lines).toEqual([]);
  });
});
