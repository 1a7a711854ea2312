import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { create } from '@bufbuild/protobuf';
import { SystemClock } from '@intervia/clock';
import { CafMessage, CafRunState, CafScheme, DropState, TenantDepartedSchema } from '@intervia/contracts';
import { EventPublisher } from '@intervia/messaging';
import { eventually } from '@intervia/testing';
import { randomUUID } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { DEPARTURE, FIRST_CALL, UNPAID } from './samples/days.js';
import type { ReadFile } from './samples/independent-parser.js';
import { readIndependently } from './samples/independent-parser.js';
import { aTenantFile } from './testing/fake-directory.js';
import { AGENCY, House, SCOPE, caller, context } from './testing/house.js';

const PARIS = { organisme: '075', scheme: CafScheme.CAF, label: 'CAF de Paris', codeBailleur: '12345' };
const LYON = { organisme: '691', scheme: CafScheme.CAF, label: 'CAF du Rhône', codeBailleur: '54321' };
const MSA = { organisme: '775', scheme: CafScheme.MSA, label: 'MSA Île-de-France', codeBailleur: '' };
const { CAF12, CAF32, CAF42 } = CafMessage;

const aid = (organisme: string, fund = 1) => ({ kind: 1, fund, organisme, amountCents: 25_000 });

/** One dwelling whose sharers are attached to two caisses. */
const aFlatOfTwoCaisses = () => ({
  ...aTenantFile('coloc', {
    ...{ aid: undefined, flatShare: true },
    sharers: [PARIS, LYON].map(({ organisme }) => ({
      ...{ id: `s-${organisme}`, partyId: `p-${organisme}`, shareBp: 5_000, enteredOn: FIRST_CALL },
      ...{ cafNumber: `CAF-S${organisme}`, aid: aid(organisme) },
    })),
  }),
  sharerParties: [
    { id: 'p-075', lastName: 'Aubert' },
    { id: 'p-691', lastName: 'Bernard' },
  ],
});

describe('an entity with two caisses and the MSA', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open();
    await house.configure({ organismes: [PARIS, LYON, MSA] });
    house.directory.put(aTenantFile('paris1', { aid: aid('075') }, UNPAID));
    house.directory.put(aTenantFile('paris2', { aid: aid('075') }));
    house.directory.put(aTenantFile('lyon1', { aid: aid('691') }, UNPAID));
    house.directory.put(aTenantFile('msa1', { aid: aid('775', 2) }, UNPAID));
    house.directory.put(aFlatOfTwoCaisses());
  }, 60_000);
  afterAll(() => house?.close());

  const run = async (message: CafMessage, organisme: string) =>
    (await house.caf.startRun({ context: context(), scope: { ...SCOPE, message, organisme } })).run!;

  /** @returns the file as somebody reads it who knows the page alone */
  async function made(message: CafMessage, organisme: string): Promise<ReadFile> {
    const { state, file } = await run(message, organisme);
    expect(state).toBe(CafRunState.DONE);
    return readIndependently(await readFile(house.pickup(file?.name)));
  }

  it.each([
    ['Paris', PARIS, ['CAF-PARIS1', 'CAF-PARIS2', 'CAF-S075']],
    ['Lyon', LYON, ['CAF-LYON1', 'CAF-S691']],
  ])('sends July rents to each with its own tenants and its own numbers: %s', async (_, caisse, numbers) => {
    const { organisme, codeBailleur } = caisse;
    for (const fileNumber of ['000001', '000002']) {
      const { header, details, breaches } = await made(CAF12, organisme);
      expect(breaches).toEqual([]);
      expect(header).toMatchObject({ organisme, codeBailleur, fileNumber });
      expect(details.map(({ unique }) => unique)).toEqual(numbers);
      // Of the shared dwelling: half the rent for each caisse, whatever the other pays.
      expect(details.at(-1)).toMatchObject({
        rentShare: '000032500',
        rentDwelling: '000065000',
        sharers: '02',
      });
    }
  });

  it.each([
    ['Paris', PARIS, 'CAF-PARIS1'],
    ['Lyon', LYON, 'CAF-LYON1'],
  ])('sends unpaid rents to each: %s', async (_, { organisme, codeBailleur }, number) => {
    const { header, details, breaches } = await made(CAF32, organisme);
    expect(breaches).toEqual([]);
    expect(header).toMatchObject({ organisme, codeBailleur, fileNumber: '000001' });
    expect(details.map(({ unique }) => unique)).toEqual([number]);
  });

  it('makes no file for the MSA, and says so of its tenants', async () => {
    const scope = { ...SCOPE, message: CAF12, organisme: MSA.organisme };
    const { state, file } = await run(CAF12, MSA.organisme).catch((error: unknown) => {
      expect(error).toMatchObject({ code: expect.any(String) as unknown as string });
      return { state: CafRunState.EMPTY, file: undefined };
    });
    expect({ state, file }).toEqual({ state: CafRunState.EMPTY, file: undefined });
    const { rows } = await house.caf.previewRows({ caller: caller(), scope: { ...scope, organisme: '075' } });
    expect(rows.find(({ name }) => name.includes('msa1'))?.exclusion).toBe('MSA');
    expect((await readdir(house.pickup())).filter((name) => name.includes('775'))).toEqual([]);
  });

  it('sends departures of one moment to the caisse of each', async () => {
    const publisher = house.app.get(EventPublisher);
    for (const id of ['paris1', 'lyon1', 'msa1']) {
      const message = create(TenantDepartedSchema, {
        tenant: house.directory.get(id),
        departure: DEPARTURE,
      });
      const told = { agencyId: AGENCY, aggregateId: id, schema: TenantDepartedSchema, message };
      await publisher.publish({ id: randomUUID(), occurredAt: new SystemClock().now(), ...told });
    }
    const files = await eventually(
      async () => {
        const { radiations } = await house.caf.listRadiations({ caller: caller(), limit: 100 });
        const found = (await house.caf.listFiles({ caller: caller(), message: CAF42, limit: 100 })).files;
        const isDone = radiations.length === 3 && radiations.every(({ state }) => state !== 'PENDING');
        return isDone && found.every(({ state }) => state === DropState.DROPPED) ? found : undefined;
      },
      { timeoutMs: 20_000 },
    );
    const read = await Promise.all(
      files.map(async ({ name }) => readIndependently(await readFile(house.pickup(name)))),
    );
    expect(read.flatMap(({ breaches }) => breaches)).toEqual([]);
    const told = read.map(({ header, details }) => [
      header['organisme'],
      details.map(({ unique }) => unique),
    ]);
    expect(told.toSorted()).toEqual([
      ['075', ['CAF-PARIS1']],
      ['691', ['CAF-LYON1']],
    ]);
    const { radiations } = await house.caf.listRadiations({ caller: caller(), limit: 100 });
    expect(radiations.find(({ leaseId }) => leaseId === 'msa1')).toMatchObject({ fileName: '' });
  });
});
