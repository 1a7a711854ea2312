import { FixedClock } from '@intervia/clock';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportLine } from '../../../domain/imports/import.js';
import { RUN_MS } from '../../../domain/imports/import.js';
import {
  aBuilding,
  aParty,
  aPublication,
  aPublishedUser,
  aUnit,
  anAgency,
} from '../../../testing/builders.js';
import type { DirectoryOnMongo } from '../../../testing/directory-on-mongo.js';
import { directoryOnMongo } from '../../../testing/directory-on-mongo.js';

const NOW = FixedClock.at('2026-03-02T09:00:00Z').now();
const RUN = { agencyId: 'a1', importId: 'i1', runId: 'r1' };

describe('the base, line by line', () => {
  let mongo: MongoServer;
  let directory: DirectoryOnMongo;
  const clock = new FixedClock(NOW);

  beforeAll(async () => {
    mongo = await startMongo();
    directory = await directoryOnMongo(mongo.uri, clock);
  }, 60_000);
  beforeEach(async () => {
    clock.set(NOW);
    await Promise.all(Object.values(directory.connection.models).map((model) => model.deleteMany({})));
    await directory.publish.execute(aPublication({ agency: anAgency() }));
  });
  afterAll(async () => {
    await directory.connection.close();
    await mongo.stop();
  });

  const imports = () => directory.imports;
  let next = 0;
  const party = (id: string, version: number, name = 'Zoé'): ImportLine => ({
    line: ++next,
    type: 'party',
    id,
    version,
    record: aPublication({ parties: [aParty({ id, name })] }),
  });
  const unit = (id: string, more: object = {}): ImportLine => ({
    line: ++next,
    type: 'unit',
    id,
    version: 1,
    record: aPublication({ units: [aUnit({ id, ...more })] }),
  });
  const building: ImportLine = {
    line: 0,
    type: 'building',
    id: 'b1',
    version: 1,
    record: aPublication({ buildings: [aBuilding()] }),
  };
  const take = async (...lines: ImportLine[]) => {
    await imports().begin(RUN);
    const answers = await imports().take(RUN, lines, 0, lines.at(-1)?.line ?? 0);
    return answers.map(({ status, faults: [fault] }) => (fault ? `${fault.field} ${fault.code}` : status));
  };
  const nameOf = async (id: string) =>
    (await directory.connection.collection('parties').findOne({ agencyId: 'a1', id }))?.['name'] as string;

  it('stores what is new or newer, and says of the rest that it is known', async () => {
    expect(await take(party('p1', 5, 'A'))).toEqual(['stored']);
    expect(await take(party('p1', 5, 'B'), party('p2', 1))).toEqual(['unchanged', 'stored']);
    expect(await take(party('p1', 4, 'C'))).toEqual(['older']);
    expect(await nameOf('p1')).toBe('A');
    expect(await take(party('p1', 6, 'D'))).toEqual(['stored']);
    expect(await nameOf('p1')).toBe('D');
  });

  it('takes the newest of several lines of one record, and the one before it when that is refused', async () => {
    expect(
      await take(party('p1', 1, 'A'), party('p1', 3, 'C'), party('p1', 2, 'B'), party('p1', 3, 'E')),
    ).toEqual(['older', 'stored', 'older', 'unchanged']);
    expect(await nameOf('p1')).toBe('C');
    expect(await take(party('p2', 1, 'A'), party('p2', 2, ''))).toEqual(['stored', 'name REQUIRED']);
    expect(await nameOf('p2')).toBe('A');
    // Not remembered: sent again in order, it is stored.
    expect(await take(party('p2', 2, 'B'))).toEqual(['stored']);
  });

  it('refuses a line, and those that need it, and no other', async () => {
    const answers = await take(
      party('p1', 1),
      party('p3', 1, ''),
      building,
      unit('l1', { ownerId: 'p1' }),
      unit('l2', { ownerId: 'p3' }),
      unit('l3', { buildingId: 'nowhere' }),
    );
    expect(answers).toEqual([
      'stored',
      'name REQUIRED',
      'stored',
      'stored',
      'ownerId UNKNOWN_RECORD',
      'buildingId UNKNOWN_RECORD',
    ]);
    expect(await directory.connection.collection('units').countDocuments()).toBe(1);
  });

  it('leaves other agencies alone, their mails too', async () => {
    const other = aPublication({ agencyId: 'a2', agency: anAgency({ id: 'a2' }), users: [aPublishedUser()] });
    await directory.publish.execute(other);
    const user = {
      line: 1,
      type: 'user',
      id: 'u9',
      version: 1,
      record: aPublication({ users: [aPublishedUser({ id: 'u9' })] }),
    };
    expect(await take(user, party('p1', 1))).toEqual(['mail MAIL_TAKEN', 'stored']);
    await imports().begin({ ...RUN, agencyId: 'a2' });
    const theirs = {
      ...party('p1', 1, 'Autre'),
      record: aPublication({ agencyId: 'a2', parties: [aParty({ name: 'Autre' })] }),
    };
    expect(await imports().take({ ...RUN, agencyId: 'a2' }, [theirs], 0, 1)).toMatchObject([
      { status: 'stored' },
    ]);
    expect(await nameOf('p1')).toBe('Zoé');
    await expect(imports().progress('a3', 'i1')).rejects.toMatchObject({ code: 'IMPORT_NOT_FOUND' });
  });

  it('is one run at a time, which ends by itself a minute after its process', async () => {
    await imports().begin(RUN);
    const second = { ...RUN, runId: 'r2' };
    await expect(imports().begin(second)).rejects.toMatchObject({ code: 'IMPORT_RUNNING' });
    await expect(imports().take(second, [party('p1', 1)], 0, 1)).rejects.toMatchObject({
      code: 'IMPORT_LOST',
    });
    await imports().begin(RUN);
    clock.set(new Date(NOW.getTime() + RUN_MS));
    await imports().begin(second);
    await expect(imports().take(RUN, [party('p1', 1)], 0, 1)).rejects.toMatchObject({ code: 'IMPORT_LOST' });
    await imports().end(second, false);
    await imports().begin(RUN);
  });

  it('says how far an import has come, over its runs', async () => {
    await imports().begin(RUN);
    await imports().take(
      RUN,
      [
        { ...party('p1', 2), line: 1 },
        { ...party('p2', 2, ''), line: 2 },
      ],
      1,
      3,
    );
    expect(await imports().end(RUN, false)).toMatchObject({
      lastLine: 3,
      stored: 1,
      refused: 2,
      finished: false,
    });
    const again = { ...RUN, runId: 'r2' };
    await imports().begin(again);
    await imports().take(again, [{ ...party('p1', 1), line: 4 }], 0, 4);
    expect(await imports().end(again, true)).toMatchObject({
      lastLine: 4,
      stored: 1,
      older: 1,
      finished: true,
    });
  });
});
