import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DescMessage, Message } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import { SystemClock } from '@intervia/clock';
import {
  ActorKind,
  ArchiveReadySchema,
  ArchiveState,
  MessageSentSchema,
  ReportingService,
  Status,
  TicketClosedSchema,
  TicketDeletedSchema,
  TicketReopenedSchema,
} from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import { BusClient, EventFeed, EventPublisher } from '@intervia/messaging';
import type { ServiceClient } from '@intervia/messaging';
import { withoutPosition } from '@intervia/pictures';
import { eventually, withStack } from '@intervia/testing';
import type { Closing, RunningServer } from '@intervia/testing';
import type { INestApplication } from '@nestjs/common';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ARCHIVE } from './adapters/mongo/archive.schema.js';
import type { ArchiveDocument } from './adapters/mongo/archive.schema.js';
import { bootReporting } from './boot.js';
import { ReportingEnv } from './reporting.env.js';
import { FakeNeighbours, startNeighbours } from './testing/fake-neighbours.js';
import { readZip } from './testing/read-zip.js';

const clock = new SystemClock();

const AGENCY = 'tilleuls';
const BOOT_MS = 60_000;
const BUILD = { timeoutMs: 30_000 };

let house: Closing;
let redis: RunningServer;
let app: INestApplication;
let env: ReportingEnv;
let reporting: ServiceClient<typeof ReportingService>;
const state = new FakeNeighbours();

beforeAll(async () => {
  house = await withStack({ redis: true }, async (stack) => {
    redis = stack.redis!;
    env = Object.assign(new ReportingEnv(), stack.env, { FILES_DIR: stack.folder });
    stack.own(await startNeighbours(env.NATS_URL, state));
    app = await bootReporting(env);
    return stack.own({ close: () => app.close() });
  });
  reporting = app.get(BusClient).service(ReportingService);
}, BOOT_MS);

afterAll(async () => {
  await house?.close();
}, BOOT_MS);

const archives = () => app.get<Model<ArchiveDocument>>(getModelToken(ARCHIVE));
const files = () => app.get(FileStore);

async function close(ticketId: string, version = 4): Promise<void> {
  const closed = create(TicketClosedSchema, { ticket: { ticketId, version } });
  await tell(ticketId, TicketClosedSchema, closed);
}

async function reopen(ticketId: string, version: number): Promise<void> {
  const reopened = create(TicketReopenedSchema, { ticket: { ticketId, version } });
  await tell(ticketId, TicketReopenedSchema, reopened);
}

const ask = (ticketId: string, agencyId = AGENCY) =>
  reporting.getArchive({ caller: { agencyId, actor: { kind: ActorKind.USER, id: 'claire' } }, ticketId });

const ready = (ticketId: string) =>
  eventually(async () => {
    const answer = await ask(ticketId);
    return answer.state === ArchiveState.READY ? answer : undefined;
  }, BUILD);

async function aStored(name: string, text: string) {
  return files().put(AGENCY, name, Readable.from([text]));
}

/** Until it was handled. */
async function tell(ticketId: string, schema: DescMessage, message: Message): Promise<void> {
  const id = randomUUID();
  const event = { agencyId: AGENCY, aggregateId: ticketId, schema, message };
  await app.get(EventPublisher).publish({ id, occurredAt: clock.now(), ...event });
  const inbox = archives().db.collection<{ _id: string }>('inbox');
  await eventually(async () => (await inbox.findOne({ _id: id })) ?? undefined, BUILD);
}

const readyUnlike = (ticketId: string, other: Awaited<ReturnType<typeof ask>>) =>
  eventually(async () => {
    const answer = await ready(ticketId);
    return answer.archive?.sha256 === other.archive?.sha256 ? undefined : answer;
  }, BUILD);

const gone = (ticketId: string) =>
  eventually(async () => ((await archives().exists({ ticketId })) ? undefined : true), BUILD);

describe('the archive of a closed ticket', () => {
  it('is built from its documents, its messages and its history, and told', async () => {
    const heard = new AbortController();
    const feed = app.get(EventFeed).read({ schemas: [ArchiveReadySchema], signal: heard.signal });
    const first = feed.next();
    const proofs = [await aStored('note.txt', 'Fait'), await aStored('note.txt', 'Refait')];
    state.put('t-1', AGENCY, proofs);
    await close('t-1');
    const { summary, archive } = await ready('t-1');
    expect(summary).toMatchObject({ name: 'resume-ods-1042.pdf', mediaType: 'application/pdf' });
    expect(archive).toMatchObject({ name: 'documents-ods-1042.zip', mediaType: 'application/zip' });
    const zip = await readZip(await buffer(await files().open(AGENCY, archive?.id ?? '')));
    expect([...zip.keys()]).toEqual([
      'ods-1042/resume-ods-1042.pdf',
      'ods-1042/Preuves d’intervention/note.txt',
      'ods-1042/Preuves d’intervention/note (2).txt',
      'ods-1042/manifeste.json',
    ]);
    expect(zip.get('ods-1042/Preuves d’intervention/note (2).txt')?.toString()).toBe('Refait');
    expect((await first).value).toMatchObject({
      meta: { agencyId: AGENCY, aggregateId: 't-1' },
      message: { ticketId: 't-1' },
    });
    heard.abort();
    await feed.return();
  }, 60_000);

  it('does not say where its photos were taken, and proves which came in', async () => {
    const photo = readFileSync(new URL('../../../libs/pictures/src/samples/gps.jpg', import.meta.url));
    const stored = await files().put(AGENCY, 'fuite.jpg', Readable.from([photo]));
    state.put('t-gps', AGENCY, [stored]);
    await close('t-gps');
    const { archive } = await ready('t-gps');
    const zip = await readZip(await buffer(await files().open(AGENCY, archive?.id ?? '')));
    const packed = zip.get('ods-1042/Preuves d’intervention/fuite.jpg');
    expect(packed).toEqual(withoutPosition(photo));
    expect(packed).not.toEqual(photo);
    expect(zip.get('ods-1042/manifeste.json')?.toString()).toContain(`"receivedSha256": "${stored.sha256}"`);
  }, 60_000);

  it('is built once, however often its closing is told', async () => {
    state.put('t-2', AGENCY, []);
    await Promise.all([close('t-2'), close('t-2'), close('t-2')]);
    await ready('t-2');
    expect(await archives().countDocuments({ ticketId: 't-2' })).toBe(1);
    expect(await archives().findOne({ ticketId: 't-2' }).lean()).toMatchObject({ attempts: 1 });
  }, 60_000);

  it('does not exist while the ticket is open, unknown, or of another agency', async () => {
    state.put('open', AGENCY, [], { status: Status.WORK_ORDER_SENT });
    state.put('theirs', 'roses', []);
    for (const ticketId of ['open', 'unknown', 'theirs']) {
      await expect(ask(ticketId)).rejects.toMatchObject({ code: 'ARCHIVE_NOT_FOUND', kind: 'not-found' });
    }
    state.put('ours', AGENCY, []);
    await close('ours');
    await ready('ours');
    await expect(ask('ours', 'roses')).rejects.toMatchObject({ code: 'ARCHIVE_NOT_FOUND' });
  }, 60_000);

  it('is made anew at the closing after a reopening, and gone with a deleted ticket', async () => {
    state.put('twice', AGENCY, []);
    await close('twice');
    const first = await ready('twice');
    state.put('twice', AGENCY, [await aStored('après.txt', 'Repris')], { version: 6 });
    await reopen('twice', 5);
    await close('twice', 6);
    await readyUnlike('twice', first);
    await tell('twice', TicketDeletedSchema, create(TicketDeletedSchema, { ticketId: 'twice' }));
    await gone('twice');
  }, 60_000);

  it('is none while the ticket is open again, though its closing was told after the reopening', async () => {
    state.put('overtaken', AGENCY, [], { status: Status.WORK_ORDER_SENT, version: 5 });
    await reopen('overtaken', 5);
    await close('overtaken', 4);
    await gone('overtaken');
    await expect(ask('overtaken')).rejects.toMatchObject({ code: 'ARCHIVE_NOT_FOUND' });
  }, 60_000);

  it('is that of the last closing, though the reopening before it was told later', async () => {
    state.put('late', AGENCY, []);
    await close('late', 4);
    const first = await ready('late');
    state.put('late', AGENCY, [await aStored('après.txt', 'Repris')], { version: 6 });
    await close('late', 6);
    const second = await readyUnlike('late', first);
    await reopen('late', 5);
    await close('late', 4);
    expect(await ask('late')).toMatchObject({ state: ArchiveState.READY, archive: second.archive });
  }, 60_000);

  it('tells that a message is under way, and is made again once when it has left', async () => {
    state.put('under-way', AGENCY, []);
    state.waiting.add('under-way');
    await close('under-way');
    const first = await ready('under-way');
    const manifest = async ({ archive }: typeof first) => {
      const zip = await readZip(await buffer(await files().open(AGENCY, archive?.id ?? '')));
      return JSON.parse(zip.get('ods-1042/manifeste.json')?.toString() ?? '') as { pending?: unknown };
    };
    expect((await manifest(first)).pending).toMatchObject({ messages: 1 });
    const sent = create(MessageSentSchema, { messageId: 'm1', ticketId: 'under-way' });
    await tell('under-way', MessageSentSchema, sent);
    expect(await ask('under-way')).toMatchObject({ archive: first.archive });
    state.waiting.delete('under-way');
    await tell('under-way', MessageSentSchema, sent);
    const second = await readyUnlike('under-way', first);
    expect((await manifest(second)).pending).toBeUndefined();
    // What it took the place of goes.
    const stat = () => files().stat(AGENCY, first.archive?.id ?? '');
    await eventually(
      () =>
        stat().then(
          () => undefined,
          () => true,
        ),
      BUILD,
    );
  }, 60_000);

  it('is built when asked for, if the ticket came into the house closed', async () => {
    state.put('imported', AGENCY, []);
    expect(await ask('imported')).toMatchObject({ state: ArchiveState.PENDING });
    await ready('imported');
  }, 60_000);
});

describe('after an outage', () => {
  it('builds what was closed while Redis was away, and what Redis forgot', async () => {
    await redis.kill();
    state.put('away', AGENCY, []);
    await close('away');
    expect(await ask('away')).toMatchObject({ state: ArchiveState.PENDING });
    await redis.restart();
    await ready('away');
  }, 60_000);

  it('takes up at boot what a killed process had begun', async () => {
    await app.close();
    app = await bootReporting(env);
    reporting = app.get(BusClient).service(ReportingService);
    state.put('begun', AGENCY, []);
    await archives().create({
      ...{ _id: randomUUID(), agencyId: AGENCY, ticketId: 'begun', state: 'PENDING', attempts: 1 },
      version: 4,
      requestedAt: clock.now(),
    });
    await app.close();
    app = await bootReporting(env);
    reporting = app.get(BusClient).service(ReportingService);
    await ready('begun');
    const told = await eventually(() =>
      archives()
        .findOne({ ticketId: 'begun', 'outbox.0': { $exists: false } })
        .lean()
        .then((found) => found ?? undefined),
    );
    expect(told).toMatchObject({ attempts: 2, outbox: [] });
  }, 60_000);
});
