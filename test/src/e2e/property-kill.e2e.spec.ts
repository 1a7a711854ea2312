import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMessage } from '@bufbuild/protobuf';
import { AccountKind, LeaseKind, PartyKind, PropertyFileSavedSchema } from '@intervia/contracts';
import type { PropertyFile, PropertyFileSaved } from '@intervia/contracts';
import {
  DraftDeletedSchema,
  FileKind,
  FilesMadeSchema,
  FinalSaveState,
  RegisterEntryMadeSchema,
  Wizard,
} from '@intervia/contracts/property';
import type { FilesMade, FinalSave, RegisterEntryMade } from '@intervia/contracts/property';
import { eventually, startMongo, startNats } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { caller, databaseOf, startPropertyStack } from '../property/property-stack.js';
import type { PropertyService, PropertyStack } from '../property/property-stack.js';
import {
  aMandate,
  aTenant,
  aUnit,
  context,
  dayFrom,
  ended,
  fill,
  publishAgency,
} from '../property/sitting.js';
import type { Sitting } from '../property/sitting.js';
import { WriteTap } from '../property/write-tap.js';

/** Longer than a save or a staging is left to the process that began it. */
const LEASE_MS = 20_000;
/** Of anything that comes by itself, on a machine that is busy. */
const DEADLINE_MS = 120_000;
/** Every place where a process may die, or the steps of the creation: `KILLS=all npm run jest -- property-kill`. */
const IS_WHOLE = process.env['KILLS'] === 'all';
/** What a unit makes of directory's, a mandate makes too. */
const KILLED: Readonly<Record<string, readonly PropertyService[]>> = {
  mandate: ['property-wizards', 'directory'],
  tenant: IS_WHOLE ? ['property-wizards', 'directory'] : ['property-wizards'],
  unit: ['property-wizards'],
};
const { PARTY, ACCOUNT, BUILDING, UNIT, MANDATE, LEASE } = FileKind;

/** What each wizard makes. */
const MAKES: Readonly<Record<string, readonly FileKind[]>> = {
  mandate: [PARTY, ACCOUNT, BUILDING, UNIT, MANDATE],
  tenant: [PARTY, PARTY, ACCOUNT, LEASE],
  unit: [BUILDING, UNIT],
};

/**
 * After which writes to die. Files of a kind are written one after the other: after the first of them. Of directory,
 * when not everything is asked for: when all is reserved, half of it is made, and all of it.
 */
function placesIn(writes: readonly string[]): number[] {
  const distinct = writes.flatMap((write, at) =>
    write === writes[at - 1] && !write.endsWith('drafts') ? [] : [at + 1],
  );
  if (IS_WHOLE || writes.some((write) => write.endsWith('drafts'))) return distinct;
  return [0, Math.floor(distinct.length / 2), distinct.length - 1].map((at) => distinct[at] ?? 1);
}

interface Facts {
  readonly files: PropertyFileSaved[];
  readonly made: FilesMade[];
  readonly entries: RegisterEntryMade[];
}

describe('a final save, killed between each two writes of either service', () => {
  let stack: PropertyStack;
  let database: MongoClient;
  let uri: string;
  let taps: Record<PropertyService, WriteTap>;
  const endings: (() => Promise<unknown>)[] = [];
  const saves = new Map<string, FinalSave>();
  let count = 0;

  /** "Lemoine abab": names that share no letters, and so no codes. */
  const aName = (): string => {
    count += 1;
    return `Nom${count.toString(2).replaceAll('0', 'a').replaceAll('1', 'b')}`;
  };

  const made = (save: FinalSave, kind: FileKind): string =>
    save.files.find((one) => one.kind === kind)?.id ?? '';

  async function make(sitting: Sitting): Promise<FinalSave> {
    const draftId = await fill(stack, sitting);
    await stack.drafts.saveFinally({ context: context(`save ${draftId}`), draftId });
    const save = await ended(stack, draftId);
    saves.set(draftId, save);
    return save;
  }

  const aFreshUnit = async (): Promise<string> =>
    made(await make(aMandate(stack.clock.now(), aName())), UNIT);

  const SITTINGS: Readonly<Record<string, () => Promise<Sitting>>> = {
    mandate: async () => aMandate(stack.clock.now(), aName()),
    tenant: async () => aTenant(stack.clock.now(), await aFreshUnit(), aName()),
    unit: async () => aUnit(made(await make(aMandate(stack.clock.now(), aName())), MANDATE), aName()),
  };

  /** The service dies after so many of its writes; it comes back, and time has passed. */
  async function killed(
    draftId: string,
    service: PropertyService,
    writes: number,
    meanwhile?: () => Promise<unknown>,
  ): Promise<FinalSave> {
    const struck = new Promise<void>((resolve) =>
      taps[service].arm(writes, () => {
        stack.kill(service);
        resolve();
      }),
    );
    const lost = stack.drafts
      .saveFinally({ context: context(`save ${draftId}`), draftId })
      .catch(() => undefined);
    // Facts that are published together are crossed out together: this save may have fewer writes than the one before.
    await Promise.race([struck, lost.then(() => settled(draftId))]);
    taps[service].disarm();
    stack.kill(service);
    await meanwhile?.();
    await stack.restart(service);
    // Time passes once both are there again: a save that is taken up while one is away waits for a whole lease more.
    await eventually(
      () => Promise.all([stack.files.listEntities({ caller }), stack.register.listRegisters({ caller })]),
      { what: 'both services', timeoutMs: DEADLINE_MS },
    );
    await stack.clock.move(LEASE_MS);
    return ended(stack, draftId, DEADLINE_MS);
  }

  /** The save has ended and nothing waits to be published. */
  async function settled(draftId: string): Promise<void> {
    await ended(stack, draftId, DEADLINE_MS);
    await publishedAll();
  }

  async function publishedAll(): Promise<void> {
    const carriers = [
      database.db(databaseOf(uri, 'directory')).collection('stagings'),
      database.db(databaseOf(uri, 'property-wizards')).collection('drafts'),
      database.db(databaseOf(uri, 'property-wizards')).collection('registerRecords'),
    ];
    await eventually(
      async () => {
        const waiting = await Promise.all(
          carriers.map((carrier) => carrier.countDocuments({ outboxAt: { $exists: true } })),
        );
        return waiting.every((one) => one === 0) || undefined;
      },
      { what: 'empty outboxes', timeoutMs: DEADLINE_MS },
    );
  }

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'intervia-property-kill-'));
    endings.unshift(() => rm(folder, { recursive: true, force: true }));
    const [nats, mongo] = await Promise.all([startNats(), startMongo()]);
    uri = mongo.uri;
    endings.unshift(
      () => nats.stop(),
      () => mongo.stop(),
    );
    taps = {
      directory: await WriteTap.before(mongo.uri),
      'property-wizards': await WriteTap.before(mongo.uri),
    };
    endings.unshift(...Object.values(taps).map((tap) => () => tap.close()));
    database = await MongoClient.connect(mongo.uri);
    endings.unshift(() => database.close());
    stack = await startPropertyStack({
      nats: nats.url,
      mongo: { directory: taps.directory.uri, 'property-wizards': taps['property-wizards'].uri },
      folder,
    });
    endings.unshift(() => stack.stop());
    await publishAgency(stack);
  }, 120_000);

  afterAll(async () => {
    for (const end of endings) await end();
  }, 60_000);

  /** Places of the wizards' writes, and of directory's but for those that repeat the one before: files of a kind. */
  async function placesOf(wizard: string): Promise<Record<PropertyService, number[]>> {
    const draftId = await fill(stack, await SITTINGS[wizard]!());
    for (const tap of Object.values(taps)) tap.arm(Infinity);
    await stack.drafts.saveFinally({ context: context(`save ${draftId}`), draftId });
    const save = await ended(stack, draftId);
    saves.set(draftId, save);
    const { directory, 'property-wizards': wizards } = taps;
    return { directory: placesIn(directory.writes), 'property-wizards': placesIn(wizards.writes) };
  }

  it.each(Object.keys(MAKES))(
    '%s: all files are made, once, and the draft is gone',
    async (wizard) => {
      const places = await placesOf(wizard);
      expect(places['property-wizards'].length).toBeGreaterThan(1);
      expect(places.directory.length).toBeGreaterThan(2);
      for (const service of KILLED[wizard]!) {
        for (const writes of places[service]) {
          const draftId = await fill(stack, await SITTINGS[wizard]!());
          const save = await killed(draftId, service, writes);
          const where = `${service} after ${taps[service].writes.join(', ')}`;
          expect([where, save.state, save.faults]).toEqual([where, FinalSaveState.DONE, []]);
          expect(save.files.map(({ kind }) => kind).sort()).toEqual([...MAKES[wizard]!].sort());
          await expect(stack.drafts.getDraft({ caller, draftId })).rejects.toMatchObject({
            code: 'DRAFT_NOT_FOUND',
          });
          saves.set(draftId, save);
        }
      }
    },
    600_000,
  );

  it('is undone when the unit was let while nobody worked on it: nothing of it stays', async () => {
    const unitId = await aFreshUnit();
    const draftId = await fill(stack, aTenant(stack.clock.now(), unitId, aName()));
    const save = await killed(draftId, 'property-wizards', 1, () =>
      stack.directory.publish({
        agencyId: caller.agencyId,
        accounts: [
          {
            id: 'other-account',
            kind: AccountKind.TENANT,
            entityId: 'e1',
            number: '411AUTRE',
            partyId: 'other',
          },
        ],
        partyFiles: [
          { id: 'other', code: 'AUTRE', kind: PartyKind.PERSON, lastName: 'Autre', firstName: 'Awa' },
        ],
        leases: [
          {
            id: 'other-lease',
            unitId,
            accountId: 'other-account',
            kind: LeaseKind.UNFURNISHED,
            effectOn: dayFrom(stack.clock.now(), 1),
          },
        ],
      }),
    );
    expect([save.state, save.faults.map(({ finding }) => finding?.code)]).toEqual([
      FinalSaveState.REFUSED,
      ['UNIT_LET_MEANWHILE'],
    ]);
    // Nothing that was typed is lost: it may be mended and saved again.
    const { draft } = await stack.drafts.getDraft({ caller, draftId });
    expect(draft?.steps).toHaveLength(6);
    await stack.drafts.deleteDraft({ context: context(), draftId });
  }, 120_000);

  it('has left nothing half done: files, reservations, register', async () => {
    const db = database.db(databaseOf(uri, 'directory'));
    expect(saves.size).toBeGreaterThan(IS_WHOLE ? 50 : 12);
    const files = [...saves.values()].flatMap((save) => save.files);
    const stored = new Map<string, PropertyFile>();
    for (let at = 0; at < files.length; at += 40) {
      const page = files.slice(at, at + 40);
      const idsOf = (kind: FileKind): string[] => page.flatMap((one) => (one.kind === kind ? [one.id] : []));
      const answer = await stack.files.getPropertyFiles({
        caller,
        partyIds: idsOf(PARTY),
        accountIds: idsOf(ACCOUNT),
        buildingIds: idsOf(BUILDING),
        unitIds: idsOf(UNIT),
        mandateIds: idsOf(MANDATE),
        leaseIds: idsOf(LEASE),
      });
      for (const file of answer.files) stored.set(file.file.value?.id ?? '', file);
    }
    expect(files.filter(({ id }) => !stored.has(id))).toEqual([]);
    // Nothing beside them: two of LSC's were published above.
    const expected = files.filter(({ kind }) => kind === PARTY).length + 1;
    expect(await db.collection('parties').countDocuments()).toBe(expected);
    expect(await db.collection('stagings').distinct('state')).toEqual(['confirmed']);
    expect(await db.collection('keyClaims').countDocuments({ commandId: { $exists: true } })).toBe(0);
    const numbers = [...saves.values()].flatMap(({ mandateNumber }) =>
      mandateNumber ? [Number(mandateNumber)] : [],
    );
    expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers.map((_, at) => at + 1));
    const verified = await stack.register.verify({ caller, cardId: 'k1' });
    expect(verified).toMatchObject({ entries: numbers.length, faults: [] });
  }, 120_000);

  it('has told each fact once', async () => {
    const heard = await factsUntilNow();
    expect(heard.made.map(({ draftId }) => draftId).toSorted()).toEqual([...saves.keys()].toSorted());
    const created = heard.files.filter((one) => one.created && one.commandId !== '');
    const ids = created.map(({ file }) => `${file?.file.case ?? ''} ${file?.file.value?.id ?? ''}`);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const entries = heard.entries.map(({ entry }) => entry?.number ?? 0);
    expect(entries.toSorted((one, other) => one - other)).toEqual(entries.map((_, at) => at + 1));
  }, 120_000);

  /** All that stands on the stream once nothing waits to be published: up to a last fact of our own. */
  async function factsUntilNow(): Promise<Facts> {
    await publishedAll();
    const last = await stack.drafts.createDrafts({ context: context(), wizard: Wizard.MANDATE });
    const lastId = last.drafts[0]?.id ?? '';
    await stack.drafts.deleteDraft({ context: context(), draftId: lastId });
    const facts: Facts = { files: [], made: [], entries: [] };
    const schemas = [PropertyFileSavedSchema, FilesMadeSchema, RegisterEntryMadeSchema, DraftDeletedSchema];
    for await (const { message } of stack.feed.read({ schemas, afterSequence: 0 })) {
      if (isMessage(message, PropertyFileSavedSchema)) facts.files.push(message);
      if (isMessage(message, FilesMadeSchema)) facts.made.push(message);
      if (isMessage(message, RegisterEntryMadeSchema)) facts.entries.push(message);
      if (isMessage(message, DraftDeletedSchema) && message.draftId === lastId) break;
    }
    return facts;
  }
});
