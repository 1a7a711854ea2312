import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PaymentStatementState } from '@intervia/contracts';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { statementText } from './samples/statement-text.js';
import { aTenantFile } from './testing/fake-directory.js';
import { House } from './testing/house.js';
import { linesOfStatement, takeStatement } from './testing/statements.js';

/** As an integrator would write it: the records of the observed file under codes of their own. */
const CODES: Readonly<Record<string, string>> = {
  header: '=0312',
  detail: '=0612',
  subtotal: '=0712',
  trailer: '=0812',
};

interface Written {
  records: Record<string, { name: string; source: string }[]>;
}

async function convention(): Promise<string> {
  const own = join(import.meta.dirname, '../layouts/statement-1.0.json');
  const layout = JSON.parse(await readFile(own, 'utf8')) as Written;
  for (const [kind, fields] of Object.entries(layout.records)) {
    const code = fields.find(({ name }) => name === 'code');
    if (code) code.source = CODES[kind] ?? '';
  }
  return JSON.stringify({ ...layout, name: 'CONVENTION' });
}

let house: House;

beforeAll(async () => {
  house = await House.alone();
  const folder = join(house.dir, 'layouts');
  await mkdir(folder);
  await writeFile(join(folder, 'convention-1.json'), await convention());
  house.env.CAF_LAYOUTS_DIR = folder;
  await house.boot();
  const organismes = (codeBailleur: string) => ({
    organismes: [{ organisme: '075', scheme: 1, label: 'CAF de Paris', codeBailleur }],
  });
  await house.configure(organismes('12345'));
  await house.configure({
    ...organismes('67890'),
    ...{ entityId: 'ent-2', version: 0, layouts: [{ name: 'STATEMENT', value: 'convention-1' }] },
  });
  house.directory.put(aTenantFile('one'));
}, 60_000);
afterAll(() => house?.close());

const lines = [{ reference: 'CAF-ONE' }];
const byConvention = (bailleur: string) =>
  statementText([{ lines }], { bailleur }).replaceAll(/^0([3678])02/gm, '0$112');

describe('a statement', () => {
  it('is read by the layout that its entity has chosen', async () => {
    const theirs = await takeStatement(house, byConvention('67890'));
    expect(theirs).toMatchObject({ state: PaymentStatementState.OPEN, entityId: 'ent-2' });
    expect(await linesOfStatement(house, theirs)).toMatchObject([{ account: '411ONE', number: 2 }]);
    const ours = await takeStatement(house, statementText([{ lines }]));
    expect(ours).toMatchObject({ state: PaymentStatementState.OPEN, entityId: 'ent-1' });
  });

  it.each([
    ['an entity that has another layout', byConvention('12345')],
    ['nobody', byConvention('99999')],
  ])('of %s is refused for what the layout that fits says', async (_whose, text) => {
    expect(await takeStatement(house, text)).toMatchObject({
      ...{ state: PaymentStatementState.REFUSED, refusalCode: 'CAF_STATEMENT_OTHER_LANDLORD' },
    });
  });

  it('of no layout at all is told with the codes that were expected', async () => {
    const refused = await takeStatement(house, 'Bonjour');
    const values = Object.fromEntries(refused.refusalValues.map(({ name, value }) => [name, value]));
    expect(values).toEqual({ line: '1', code: 'Bonj', codes: '0302, 0602, 0702, 0802' });
  });
});
