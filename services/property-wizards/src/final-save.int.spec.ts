import type { MongoServer } from '@intervia/testing';
import { eventually, startMongo } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Verifier } from './domain/register/verify.js';
import { LEASE_MS } from './domain/save/save.js';
import { mandateForms, on, tenantForms } from './testing/builders.js';
import { actor, aHouse, register } from './testing/house.js';
import type { House } from './testing/house.js';

describe('the final save', () => {
  let mongo: MongoServer;
  let house: House;

  beforeAll(async () => {
    mongo = await startMongo();
  }, 60_000);

  beforeEach(async () => {
    house = await aHouse(mongo.uri);
  });

  afterEach(() => house.stop());

  afterAll(async () => {
    await mongo.stop();
  }, 60_000);

  it('makes all files, numbers the mandate, and the draft goes', async () => {
    const id = await house.mandate();
    expect(await house.handler.get(actor, id)).toMatchObject({
      draft: { complete: true, title: 'LEMOINE Jeanne' },
    });
    const { save } = await house.finalSave.execute(actor, id, 'c1');
    expect(save).toMatchObject({ state: 'DONE', mandateNumber: '1', unitIds: [`${id}-u-i1`] });
    expect(house.kinds()).toEqual(['ACCOUNT', 'BUILDING', 'MANDATE', 'PARTY', 'UNIT']);
    expect(house.files.visible.get(`${id}-mandate`)?.number).toBe('1');
    await expect(house.handler.get(actor, id)).rejects.toMatchObject({ code: 'DRAFT_NOT_FOUND' });
    // A lost answer is asked for again.
    expect((await house.finalSave.execute(actor, id, 'c1')).save.mandateNumber).toBe('1');
    expect((await house.finalSave.get(actor, id)).save.state).toBe('DONE');
    expect(house.files.visible.size).toBe(5);
  });

  it('makes a tenant: party, account, lease, first rent call', async () => {
    const id = await house.fill('TENANT', tenantForms());
    const { save } = await house.finalSave.execute(actor, id, 'c1');
    expect(save.state).toBe('DONE');
    expect(house.kinds()).toEqual(['ACCOUNT', 'LEASE', 'PARTY', 'RENT_CALL']);
    expect(house.files.record(`${id}-lease`)).toMatchObject({
      unitId: 'l1',
      endsOn: on('12-09', 3),
      revision: {
        index: 'IRL',
        referenceQuarter: on('Q2'),
        referenceValue: 14_837,
        nextOn: on('12-10', 1),
        frozen: false,
      },
    });
    expect(house.files.record(`${id}-call`)).toMatchObject({ month: on('12'), totalCents: 56_774 + 4_968 });
  });

  it('refuses what is not complete, and tells each step', async () => {
    const id = await house.fill('MANDATE', { OWNER: mandateForms().OWNER });
    const { save } = await house.finalSave.execute(actor, id, 'c1');
    expect(save.state).toBe('REFUSED');
    expect(save.faults.map(({ step, finding }) => [step, finding.code])).toEqual([
      ['OWNER_ACCOUNT', 'STEP_MISSING'],
      ['MANDATE', 'STEP_MISSING'],
      ['UNIT', 'UNIT_MISSING'],
    ]);
    expect(await house.records()).toEqual([]);
  });

  describe('killed', () => {
    /** Each call on the way of a save, before and after it took effect. */
    const POINTS = [
      ['files', 'stage', 0],
      ['book', 'append', 0],
      // The first one only begins the work: before it there is nothing to make.
      ['drafts', 'save', 1],
      ['files', 'confirm', 0],
      ['drafts', 'remove', 0],
    ] as const;
    const moments = [
      ['drafts', 'save', 0, 'after'] as const,
      ...POINTS.flatMap((point) => (['before', 'after'] as const).map((when) => [...point, when] as const)),
    ];

    class Killed extends Error {}

    /** The process dies there: what it did before stands, nothing after it happens. */
    function dying(
      part: 'files' | 'book' | 'drafts',
      method: string,
      when: 'before' | 'after',
      skip: number,
    ) {
      let dead = false;
      let calls = 0;
      const wrap = <T extends object>(target: T, isMine: boolean): T =>
        new Proxy(target, {
          get(of, name) {
            const value: unknown = Reflect.get(of, name, of);
            if (typeof value !== 'function') return value;
            return async (...args: unknown[]) => {
              if (dead) throw new Killed();
              const isPoint = isMine && name === method && (calls += 1) > skip;
              if (isPoint && when === 'before') dead = true;
              if (dead) throw new Killed();
              const result: unknown = await (value as (...all: unknown[]) => unknown).apply(of, args);
              if (isPoint) dead = true;
              if (dead) throw new Killed();
              return result;
            };
          },
        });
      return house.replica({
        files: wrap(house.files, part === 'files'),
        book: wrap(house.book, part === 'book'),
        drafts: wrap(house.drafts, part === 'drafts'),
      });
    }

    it.each(moments)(
      '%s.%s (%i passed) %s: all is made once by whoever comes after',
      async (part, method, skip, when) => {
        const id = await house.mandate();
        const replica = dying(part, method, when, skip);
        await replica.finalSave.execute(actor, id, 'c1').catch(() => undefined);
        house.clock.advance(LEASE_MS + 1);
        await house.resume.execute();
        const { save } = await house.finalSave.execute(actor, id, 'c1');
        expect(save).toMatchObject({ state: 'DONE', mandateNumber: '1' });
        expect(house.kinds()).toEqual(['ACCOUNT', 'BUILDING', 'MANDATE', 'PARTY', 'UNIT']);
        expect((await house.records()).map(({ number }) => number)).toEqual([1]);
        expect(await house.drafts.find('a1', id)).toBeUndefined();
        const made = house.heard.events.filter(({ type }) => type.endsWith('.FilesMade'));
        expect(made.length).toBeLessThanOrEqual(1);
      },
    );

    it('before it began: nothing is made, the draft is as it was', async () => {
      const id = await house.mandate();
      const replica = dying('drafts', 'save', 'before', 0);
      await expect(replica.finalSave.execute(actor, id, 'c1')).rejects.toThrow(Killed);
      house.clock.advance(LEASE_MS + 1);
      expect(await house.resume.execute()).toBe(0);
      expect(house.files.visible.size).toBe(0);
      expect((await house.handler.get(actor, id)).draft.complete).toBe(true);
    });
  });

  it('50 at once, in three processes: no gap, no double, a chain that holds', async () => {
    const ids: string[] = [];
    // Five namesakes each: who picked a code that another has by then picks again.
    for (let index = 0; index < 50; index += 1) ids.push(await house.mandate(`Nom${String(index % 10)}`));
    const replicas = [0, 1, 2].map(() => house.replica({ book: house.newBook() }));
    await Promise.all(
      ids.map((id, index) => replicas[index % 3]!.finalSave.execute(actor, id, `c${String(index)}`)),
    );
    // A busy machine may answer before the end.
    const saves = await eventually(
      async () => {
        const all = await Promise.all(ids.map((id) => house.finalSave.get(actor, id)));
        expect(all.filter(({ save }) => save.state === 'RUNNING')).toEqual([]);
        return all;
      },
      { timeoutMs: 60_000 },
    );
    for (const { save } of saves) expect([save.state, save.faults]).toEqual(['DONE', []]);
    const numbers = saves.map(({ save }) => Number(save.mandateNumber)).sort((one, two) => one - two);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    const verifier = new Verifier((text) => house.ids.hash(text));
    for (const record of await house.records()) verifier.read(record);
    verifier.end(await house.book.reached(register));
    expect([verifier.entries, verifier.faults]).toEqual([50, []]);
    expect(
      new Set(
        [...house.files.visible.values()]
          .filter(({ kind }) => kind === 'PARTY')
          .map(({ record }) => record['code']),
      ).size,
    ).toBe(50);
  }, 120_000);
});
