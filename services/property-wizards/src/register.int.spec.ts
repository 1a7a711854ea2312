import { LocalFileStore } from '@intervia/files';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { extractText } from 'unpdf';
import { DocumentRegisterPrinter } from './adapters/pdf/document-register-printer.js';
import { RegisterHandler } from './application/register/register.handler.js';
import { on } from './testing/builders.js';
import { actor, aHouse } from './testing/house.js';
import type { House } from './testing/house.js';

describe('the mandate register', () => {
  let mongo: MongoServer;
  let dir: string;
  let store: LocalFileStore;
  let house: House;
  let register: RegisterHandler;

  beforeAll(async () => {
    mongo = await startMongo();
    dir = await mkdtemp(join(tmpdir(), 'intervia-register-'));
    store = await LocalFileStore.open(dir);
  }, 60_000);

  beforeEach(async () => {
    house = await aHouse(mongo.uri);
    register = new RegisterHandler(
      house.book,
      house.known,
      house.ids,
      new DocumentRegisterPrinter(),
      store,
      house.clock,
    );
  });

  afterEach(() => house.stop());

  afterAll(async () => {
    await mongo.stop();
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  const where = { cardId: 'card1', mention: 'SYNDIC' as const };

  const decision = (name: string) => ({
    on: on('10-01'),
    mandantName: name,
    mandantAddress: '8 rue Sala, 69002 Lyon',
    nature: 'Syndic',
    places: ['Le Sala'],
    remarks: '',
    mandateId: '',
  });

  const ending = (text: string) => ({ kind: 'ENDING' as const, on: on('11-01'), text });
  const verify = () => register.verify('a1', 'card1', 'SYNDIC');
  const records = () => house.connection.collection('registerRecords');

  async function threeEntries(): Promise<void> {
    for (const name of ['Copropriété Łukasz', '=HYPERLINK("x")', 'Nguyễn 🏠']) {
      await register.enterDecision(actor, name, where, decision(name));
    }
    await register.annotate(actor, 'a', { ...where, number: 2 }, ending('Fin au 1er novembre'));
  }

  it('numbers entries, keeps annotations beside them, once for each command', async () => {
    await threeEntries();
    await register.enterDecision(actor, 'Nguyễn 🏠', where, decision('Nguyễn 🏠'));
    await register.annotate(actor, 'a', { ...where, number: 2 }, ending('Fin au 1er novembre'));
    const { entries } = await register.entries('a1', 'card1', 'SYNDIC', 0, 20);
    expect(entries.map(({ entry, annotations }) => [entry.number, annotations.length])).toEqual([
      [3, 0],
      [2, 1],
      [1, 0],
    ]);
    expect(await verify()).toMatchObject({ entries: 3, annotations: 1, faults: [] });
    const second = register.annotate(actor, 'b', { ...where, number: 2 }, ending('Encore'));
    await expect(second).rejects.toMatchObject({ code: 'ENTRY_ALREADY_ENDED' });
    const early = register.annotate(
      actor,
      'c',
      { ...where, number: 1 },
      { ...ending('Avant'), on: on('09-01') },
    );
    await expect(early).rejects.toMatchObject({ code: 'DATE_BEFORE_ENTRY' });
    const unknown = register.annotate(actor, 'd', { ...where, number: 9 }, ending('?'));
    await expect(unknown).rejects.toMatchObject({ code: 'ENTRY_NOT_FOUND' });
    const elsewhere = register.enterDecision(actor, 'e', { ...where, cardId: 'card9' }, decision('X'));
    await expect(elsewhere).rejects.toMatchObject({ code: 'CARD_NOT_FOUND' });
  });

  it.each([
    [
      'a changed name',
      () => records().updateOne({ number: 2, type: 'ENTRY' }, { $set: { 'content.mandantName': 'X' } }),
      'BROKEN_CHAIN',
    ],
    ['an entry taken out', () => records().deleteOne({ number: 2, type: 'ENTRY' }), 'GAP'],
    ['the last record cut off', () => records().deleteOne({ seq: 4 }), 'CUT_SHORT'],
  ])('tells %s', async (_, change, kind) => {
    await threeEntries();
    await change();
    expect((await verify()).faults.map((fault) => fault.kind)).toContain(kind);
  });

  async function printed(format: 'PDF' | 'CSV'): Promise<Buffer> {
    const { id } = await register.export('a1', 'card1', 'SYNDIC', format);
    return buffer(await store.open('a1', id));
  }

  it('is printed as a tagged PDF, oldest first', async () => {
    await threeEntries();
    const bytes = await printed('PDF');
    expect(bytes.toString('latin1')).toContain('/MarkInfo');
    expect(bytes.toString('latin1')).toContain('/StructTreeRoot');
    const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
    const flat = text.replace(/\s+/gu, ' ');
    for (const part of [
      'Registre des mandats – Syndic de copropriété',
      'Copropriété Łukasz',
      'Nguyễn',
      'Fin du mandat',
      '3 mandats inscrits',
    ]) {
      expect(flat).toContain(part);
    }
    expect(flat.indexOf('Łukasz')).toBeLessThan(flat.indexOf('Nguyễn'));
  });

  it('goes on over as many pages as it takes, and prints an empty one', async () => {
    expect((await printed('PDF')).length).toBeGreaterThan(1_000);
    for (let index = 0; index < 60; index += 1) {
      await register.enterDecision(
        actor,
        `c${String(index)}`,
        where,
        decision(`Copropriété ${String(index)}`),
      );
    }
    const { text, totalPages } = await extractText(new Uint8Array(await printed('PDF')), {
      mergePages: true,
    });
    expect(totalPages).toBeGreaterThan(1);
    expect(text).toContain('Copropriété 59');
    expect(text).toContain(`Page ${String(totalPages)} / ${String(totalPages)}`);
  });

  it('is written as CSV that a French spreadsheet opens and does not run', async () => {
    await threeEntries();
    const text = (await printed('CSV')).toString('utf8');
    expect(text.startsWith('\uFEFF"Numéro";"Date";')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text.trimEnd().split('\r\n')).toHaveLength(4);
  });
});
