import { Role, SecurityEventKind } from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import request from 'supertest';
import { fromBuffer } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { bodyOf } from '../testing/body-of.js';
import type { House } from '../testing/house.js';
import { ALL } from '../testing/fakes/fake-state.js';
import { as, openHouse } from '../testing/house.js';
import { PDF } from '../testing/samples.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

const PERSON = {
  partyId: 'party-7',
  names: ['Hélène Morvan'],
  mails: ['H.Morvan@essais.example'],
  phones: ['06 39 98 01 23'],
};

let house: House;
beforeAll(async () => {
  house = await openHouse();
  house.state.aSession('boss', 'a', { role: Role.ADMINISTRATOR, syndic: ALL, gerance: ALL });
});
afterAll(async () => {
  await house.close();
});

const callsOf = (name: string) =>
  house.state.calls.flatMap(({ method, request: asked }) =>
    method === name ? [asked as Record<string, unknown>] : [],
  );

const post = (address: string, body: object) =>
  request(house.url).post(address).set(as('boss')).set('Idempotency-Key', 'key-1').send(body);

async function unzipped(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await promisify<Buffer, { lazyEntries: boolean; autoClose: boolean }, ZipFile>(fromBuffer)(
    bytes,
    {
      lazyEntries: true,
      autoClose: false,
    },
  );
  const open = promisify<Entry, Readable>(zip.openReadStream.bind(zip) as never);
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) files.set(entry.fileName, await text(await open(entry)));
  return files;
}

describe('what is held about somebody', () => {
  it('is counted over all pages, by what services know them by', async () => {
    const { body } = (await post('/api/privacy/held', PERSON).expect(200)) as { body: object };
    expect(body).toMatchObject({
      tickets: [{ number: 7 }, { number: 1042 }],
      messages: 2,
      records: 2,
      property: 3,
    });
    expect(callsOf('findTicketsOfPerson').at(-1)).toMatchObject({
      caller: { agencyId: 'a' },
      person: {
        partyId: 'party-7',
        mails: ['H.Morvan@essais.example', 'h.morvan@essais.example'],
        phones: ['06 39 98 01 23', '+33639980123'],
      },
    });
  });

  it('leaves as a ZIP with every page and the documents, and that stands in the log', async () => {
    const store = await LocalFileStore.open(house.filesDir);
    const ref = await store.put('a', '../photo.pdf', Readable.from([PDF]));
    house.state.aTicket({ id: 'ticket-7', agencyId: 'a', documents: [{ ref }] });
    const answer = await post('/api/privacy/export', PERSON).responseType('blob').expect(200);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/zip' });
    const files = await unzipped(answer.body as Buffer);
    expect([...files.keys()].toSorted()).toEqual([
      'LISEZ-MOI.txt',
      `documents/7/${ref.name}`,
      'fiches.json',
      'gestion.json',
      'messages.json',
      'personne.json',
      'tickets/1042.json',
      'tickets/7.json',
    ]);
    expect(JSON.parse(files.get('tickets/7.json') ?? '')).toEqual({
      subject: 'Fuite',
      statements: [{ text: 'page 0' }, { text: 'page 1' }, { text: 'page 2' }],
    });
    expect(JSON.parse(files.get('messages.json') ?? '')).toEqual([{ subject: 'un' }, { subject: 'deux' }]);
    await eventually(() =>
      callsOf('recordSecurityEvent').find((call) => call['kind'] === SecurityEventKind.EXPORTED),
    );
  });

  it('is struck out by each service, and what must stay is said', async () => {
    const { body } = (await post('/api/privacy/erasure', PERSON).expect(200)) as { body: object };
    expect(body).toEqual({
      tickets: 2,
      documentsErased: 2,
      documentsKept: 2,
      messages: 5,
      drafts: 1,
      registerEntriesKept: 2,
      cafRecords: 4,
      cafRecordsKept: 5,
      traces: 3,
      recordErased: false,
    });
    expect(callsOf('erasePersonFromCaf').at(-1)).toMatchObject({ leaseIds: ['lease-3'] });
    expect(callsOf('eraseUserFromJestimo')).toHaveLength(0);
  });

  it('is of staff by the id of a user, which is no party’s', async () => {
    await post('/api/privacy/erasure', { userId: 'u7', names: ['Luc Martin'] }).expect(200);
    expect(callsOf('erasePersonFromDirectory').at(-1)).toMatchObject({ partyId: 'u7', staff: true });
    expect(callsOf('eraseUserFromJestimo')).toMatchObject([{ userId: 'u7' }]);
    expect(callsOf('findTicketsOfPerson').at(-1)).toMatchObject({ person: { partyId: '' } });
  });

  it('is not struck out while a ticket goes on: nothing is begun', async () => {
    const before = callsOf('erasePersonFromMessages').length;
    const answer = await post('/api/privacy/erasure', { names: ['En Cours'] }).expect(409);
    expect(bodyOf(answer)).toMatchObject({ code: 'PERSON_IN_OPEN_TICKET' });
    expect(callsOf('erasePersonFromMessages')).toHaveLength(before);
  });

  it('wants to be told whose it is', async () => {
    const answer = await post('/api/privacy/held', { names: [' '] }).expect(400);
    expect(bodyOf(answer)).toMatchObject({ code: 'PERSON_UNKNOWN' });
  });
});
