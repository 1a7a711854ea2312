import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PaymentStatement } from '@intervia/contracts';
import { statementText } from './samples/statement-text.js';
import { aTenantFile } from './testing/fake-directory.js';
import { House, context } from './testing/house.js';
import { linesOfStatement, takeStatement } from './testing/statements.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
  await house.configure();
  for (const id of ['one', 'two']) house.directory.put(aTenantFile(id));
}, 60_000);
afterAll(() => house?.close());

describe('a statement', () => {
  it('leaves out a payment that came already, in this file or in another, until a person wants it', async () => {
    const [same, other] = [
      { reference: 'CAF-ONE', amountCents: 250_00 },
      { reference: 'CAF-TWO', amountCents: 260_00 },
    ];
    const first = await takeStatement(house, statementText([{ lines: [same, { ...same }] }]));
    const shown = async (of: PaymentStatement) =>
      (await linesOfStatement(house, of)).map(({ account, selected, twin }) => [
        account,
        selected,
        twin?.number,
      ]);
    expect(await shown(first)).toEqual([
      ['411ONE', true, undefined],
      ['411ONE', false, 2],
    ]);
    const second = await takeStatement(house, statementText([{ lines: [same, other] }]));
    const [repeated] = await linesOfStatement(house, second);
    expect(repeated).toMatchObject({
      ...{ selected: false, twin: { statementId: first.id, documentName: 'bordereau.txt', number: 2 } },
    });
    const choose = (lineIds: string[]) =>
      house.caf.selectLines({ context: context(), statementId: second.id, lineIds, selected: true });
    expect((await choose([])).statement).toMatchObject({ selected: { lines: 1 } });
    await house.caf.validateStatement({ context: context(), statementId: second.id });
    expect([...house.directory.postings.values()].map(({ accountId }) => accountId)).toEqual(['acc-two']);
    // What is paid on another day is another payment.
    const next = await takeStatement(house, statementText([{ date: '050926', lines: [same] }]));
    expect(await shown(next)).toEqual([['411ONE', true, undefined]]);
    expect((await choose([repeated!.id])).statement).toMatchObject({ selected: { lines: 1 } });
  });
});
