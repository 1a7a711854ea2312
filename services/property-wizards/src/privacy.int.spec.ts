import { LocalFileStore } from '@intervia/files';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Model } from 'mongoose';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DRAFT } from './adapters/mongo/draft.schema.js';
import type { DraftDocument } from './adapters/mongo/draft.schema.js';
import { MongoPersonDrafts } from './adapters/mongo/mongo-person-drafts.js';
import { RECORD } from './adapters/mongo/register.schema.js';
import type { RecordDocument } from './adapters/mongo/register.schema.js';
import { PersonHandler } from './application/privacy/person.handler.js';
import { aParty, mandateForms } from './testing/builders.js';
import { actor, aHouse } from './testing/house.js';
import type { House } from './testing/house.js';

const JEANNE = {
  partyId: '',
  names: ['Jeanne Lemoine'],
  mails: ['jeanne.lemoine@courriel.example'],
  phones: ['+33612345678'],
};
const { agencyId } = actor;

describe('what wizards hold about somebody', () => {
  let mongo: MongoServer;
  let house: House;
  let dir: string;
  let store: LocalFileStore;
  let person: PersonHandler;

  beforeAll(async () => {
    mongo = await startMongo();
    dir = await mkdtemp(join(tmpdir(), 'intervia-wizards-'));
    store = await LocalFileStore.open(dir);
  }, 60_000);
  beforeEach(async () => {
    house = await aHouse(mongo.uri);
    const { models } = house.connection;
    person = new PersonHandler(
      new MongoPersonDrafts(
        models[DRAFT] as unknown as Model<DraftDocument>,
        models[RECORD] as unknown as Model<RecordDocument>,
      ),
      store,
    );
  });
  afterEach(() => house.stop());
  afterAll(async () => {
    await mongo.stop();
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  const aPhoto = async () => {
    const file = await store.put(agencyId, 'piece.pdf', Readable.from([Buffer.from('%PDF-1.4\n%%EOF')]));
    await store.use(agencyId, file.id, 'property');
    return file;
  };
  const withOwner = (document: Awaited<ReturnType<typeof aPhoto>>) => {
    const { id, name, mediaType, size, sha256 } = document;
    const party = aParty({ documents: [{ id, name, mediaType, size, sha256 }] });
    return { ...mandateForms('Lemoine', 'Le Sala'), OWNER: { party } };
  };
  const exported = async () => {
    const records: object[] = [];
    for await (const record of person.export(agencyId, JEANNE)) records.push(record);
    return records;
  };

  it('leaves with a draft what was typed of others, and nothing of them', async () => {
    const document = await aPhoto();
    const id = await house.fill('MANDATE', withOwner(document));
    const roy = aParty({ name: 'Roy', firstName: 'Paul', mails: ['paul@roy.example'], mobiles: [] });
    const others = await house.fill('MANDATE', { ...mandateForms('Roy', 'Le Roy'), OWNER: { party: roy } });
    expect(await exported()).toMatchObject([{ kind: 'draft', wizard: 'MANDATE' }]);
    expect(await person.erase(agencyId, JEANNE)).toEqual({ drafts: 1, entriesKept: 0 });
    const { draft } = await house.handler.get(actor, id);
    const left = JSON.stringify(draft);
    for (const mark of ['Jeanne', 'jeanne.lemoine', '06 12 34', document.id])
      expect(left).not.toContain(mark);
    expect(left).toContain('Le Sala');
    await expect(store.stat(agencyId, document.id)).rejects.toThrow();
    expect((await house.handler.get(actor, others)).draft.title).toContain('ROY');
    // Whoever goes on types who it is for, and nothing else, anew.
    expect(draft.steps.find(({ step }) => step === 'OWNER')?.form).toMatchObject({ party: { name: '' } });
    expect(await person.erase(agencyId, JEANNE)).toEqual({ drafts: 0, entriesKept: 0 });
    expect(await exported()).toEqual([]);
  });

  it('leaves the register as it was written, and says how much of it names them', async () => {
    const id = await house.fill('MANDATE', mandateForms('Lemoine', 'Le Sala'));
    await house.finalSave.execute(actor, id, 'c1');
    const before = await house.records();
    expect(JSON.stringify(before)).toContain('LEMOINE Jeanne');
    const { entriesKept } = await person.erase(agencyId, JEANNE);
    expect(entriesKept).toBe(1);
    expect(await house.records()).toEqual(before);
    expect(await exported()).toMatchObject([{ kind: 'register-entry', number: 1 }]);
    // The made draft is kept for a month, for who lost the answer: without the name in its title.
    const stored = await house.connection.collection('drafts').findOne({ _id: id as never });
    expect(JSON.stringify(stored)).not.toContain('Jeanne');
  });

  it('is another agency’s own', async () => {
    await house.fill('MANDATE', mandateForms('Lemoine', 'Le Sala'));
    expect(await person.erase('bellecour', JEANNE)).toEqual({ drafts: 0, entriesKept: 0 });
    expect(await exported()).toHaveLength(1);
  });
});
