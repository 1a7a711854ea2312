import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PaymentStatementState } from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { statementText } from './samples/statement-text.js';
import { House, caller } from './testing/house.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
  await house.configure();
}, 60_000);
afterAll(() => house?.close());

describe('the watched folder', () => {
  it('takes in what arrives, puts it aside, and tells what it refused', async () => {
    const folder = `${house.pickup().replace('Emission', 'Reception')}/`;
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}bon.txt`, statementText([{ lines: [{}] }]), 'latin1');
    await writeFile(`${folder}faux.txt`, 'Bonjour');
    const taken = await eventually(
      async () => {
        const { statements } = await house.caf.listStatements({ caller: caller(), limit: 100 });
        const own = statements.filter(({ document }) =>
          ['bon.txt', 'faux.txt'].includes(document?.name ?? ''),
        );
        const aside = (await readdir(folder)).filter((name) => name.endsWith('.txt'));
        return own.length === 2 && aside.length === 0 ? own : undefined;
      },
      { timeoutMs: 40_000 },
    );
    const states = taken.map(({ document, state, importedBy }) => [document?.name, state, importedBy]).sort();
    expect(states).toEqual([
      ['bon.txt', PaymentStatementState.OPEN, ''],
      ['faux.txt', PaymentStatementState.REFUSED, ''],
    ]);
    expect(await readdir(`${folder}imported`)).toEqual(['bon.txt']);
    expect(await readdir(`${folder}refused`)).toEqual(['faux.txt']);
  }, 60_000);

  it('tells what is no text at all, and keeps each file of one name', async () => {
    const folder = `${house.pickup().replace('Emission', 'Reception')}/`;
    await mkdir(`${folder}refused`, { recursive: true });
    await writeFile(`${folder}refused/archive.zip`, 'of before');
    // The signature of a ZIP: the store of files takes in none of them.
    await writeFile(`${folder}archive.zip`, Buffer.from('504b0304140000000800', 'hex'));
    const [refused] = await eventually(
      async () => {
        const { statements } = await house.caf.listStatements({ caller: caller(), limit: 100 });
        const own = statements.filter(({ document }) => document?.name === 'archive.zip');
        const aside = await readdir(`${folder}refused`);
        return own.length > 0 && aside.includes('archive (2).zip') ? own : undefined;
      },
      { timeoutMs: 40_000 },
    );
    expect(refused).toMatchObject({
      ...{ state: PaymentStatementState.REFUSED, refusalCode: 'CAF_STATEMENT_BINARY', importedBy: '' },
    });
  }, 60_000);
});
