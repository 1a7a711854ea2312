import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { create } from '@bufbuild/protobuf';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { Clock } from '@intervia/clock';
import type { RequestReportRequestSchema } from '@intervia/contracts';
import {
  ActorKind,
  CarnetChapter,
  Module,
  ReportChangedSchema,
  ReportKind,
  ReportPart,
  ReportState,
  ReportVersion,
  ReportsService,
  SharedWith,
  TicketDeletedSchema,
} from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient, EventFeed, EventPublisher } from '@intervia/messaging';
import { eventually, withStack } from '@intervia/testing';
import type { Closing } from '@intervia/testing';
import type { INestApplication } from '@nestjs/common';
import { Transformer } from '@napi-rs/image';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { extractText } from 'unpdf';
import { REPORT } from './adapters/mongo/report.schema.js';
import type { ReportDocument } from './adapters/mongo/report.schema.js';
import { ReadModel } from './application/ports/read-model.js';
import { Reports } from './application/ports/reports.js';
import { BuildReportHandler } from './application/reports/build-report.handler.js';
import { bootReporting } from './boot.js';
import { ReportingEnv } from './reporting.env.js';
import { FakeNeighbours, startNeighbours } from './testing/fake-neighbours.js';
import { YEAR, aReport } from './testing/reports.js';
import { DAY, HOUR, MONDAY, aHead, aLife } from './testing/measured.js';

// Real servers on a machine that may be busy.
jest.setTimeout(90_000);

const AGENCY = 'tilleuls';
const BUILT = { timeoutMs: 60_000 };
const PLACE = { buildingId: 'b-1', label: 'Résidence Les Tilleuls', address: '14 rue des Tilleuls' };

let house: Closing;
let app: INestApplication;
let reports: ServiceClient<typeof ReportsService>;
const state = new FakeNeighbours();

beforeAll(async () => {
  house = await withStack({ redis: true }, async (stack) => {
    const env = Object.assign(new ReportingEnv(), stack.env, { FILES_DIR: stack.folder });
    stack.own(await startNeighbours(env.NATS_URL, state));
    app = await bootReporting(env);
    return stack.own({ close: () => app.close() });
  });
  reports = app.get(BusClient).service(ReportsService);
});

afterAll(async () => {
  await house?.close();
});

const caller = (agencyId = AGENCY) => ({
  agencyId,
  actor: { kind: ActorKind.USER, id: 'claire', name: 'Claire Moreau' },
});

async function learnClosed(ticketId: string, unitId = '', subject = 'Fuite dans le hall'): Promise<void> {
  const { head, facts } = aLife(
    [
      ['TicketOpened', MONDAY],
      ['WorkOrderRequested', MONDAY + HOUR],
      ['InvoiceReceived', MONDAY + DAY, { amountCents: 12_345 }],
      ['TicketClosed', MONDAY + 2 * DAY],
    ],
    aHead({ unitId, subject, version: 4 }),
    ticketId,
  );
  const lessons = facts.map((fact) => ({ agencyId: AGENCY, ticketId, head, fact }));
  await app.get(ReadModel).learn(AGENCY, lessons);
}

async function ask(more: Partial<Asked> = {}, commandId: string = randomUUID()) {
  const { report } = await reports.requestReport({
    context: { caller: caller(), commandId },
    ...{ kind: ReportKind.PERIOD, version: ReportVersion.HANDOUT, module: Module.SYNDIC, place: PLACE },
    ...{ ...YEAR, mail: 'claire@tilleuls.example' },
    parts: [ReportPart.AMOUNTS, ReportPart.CONTRACTORS, ReportPart.DESCRIPTIONS, ReportPart.PHOTOS],
    ...more,
  });
  return report!.id;
}

type Asked = Pick<
  Exclude<MessageInitShape<typeof RequestReportRequestSchema>, { $typeName: string }>,
  'kind' | 'version' | 'place' | 'from' | 'until' | 'parts'
>;

const built = (reportId: string) =>
  eventually(async () => {
    const { report } = await reports.getReport({ caller: caller(), reportId });
    return report?.state === ReportState.READY ? report : undefined;
  }, BUILT);

const mailsOf = (reportId: string) => state.notices.filter(({ id }) => id === `report|${reportId}`);

async function textOf(documentId: string): Promise<string> {
  const bytes = await buffer(await app.get(FileStore).open(AGENCY, documentId));
  const { text: read } = await extractText(new Uint8Array(bytes), { mergePages: true });
  return read.replace(/\s+/gu, ' ');
}

describe('a report by period', () => {
  it('is made by a job, told while it goes on, stored as PDF, XLSX and CSV, and mailed once', async () => {
    const heard = new AbortController();
    const feed = app.get(EventFeed).read({ schemas: [ReportChangedSchema], signal: heard.signal });
    const first = feed.next();
    const png = await Transformer.fromRgbaPixels(new Uint8Array(40 * 30 * 4).fill(90), 40, 30).png();
    const photo = await app.get(FileStore).put(AGENCY, 'avant.png', Readable.from([png]));
    state.put('t-hall', AGENCY, [photo]);
    await learnClosed('t-hall');
    const id = await ask();
    const { pdf, xlsx, csv, done, total } = await built(id);
    expect({ done, total }).toEqual({ done: 1, total: 1 });
    expect((await first).value).toMatchObject({ message: { reportId: id } });
    heard.abort();
    const read = await textOf(pdf!.id);
    expect(read).toContain('Ordre de service n° 1042 – Fuite dans le hall');
    expect(read).toContain('photo 1 après intervention');
    expect(xlsx?.name).toBe(`rapport-residence-les-tilleuls-${YEAR.from}-${YEAR.until}.xlsx`);
    expect(await text(await app.get(FileStore).open(AGENCY, csv!.id))).toContain('"Fuite dans le hall"');
    await eventually(() => mailsOf(id).length === 1 || undefined, BUILT);
    expect(mailsOf(id)).toMatchObject([{ mail: 'claire@tilleuls.example', documents: [{ id: pdf!.id }] }]);
    expect(await app.get(FileStore).ownerOf(AGENCY, pdf!.id)).toBe('user:claire');
  });

  it('is one, however often its command comes', async () => {
    const command = randomUUID();
    expect(await ask({}, command)).toBe(await ask({}, command));
  });

  it('names neither tenants nor flats in the version to hand around, and all in the one of the agency', async () => {
    state.put('t-flat', AGENCY, []);
    await learnClosed('t-flat', 'u-12', 'Fuite chez Mme Lefèvre, 06 12 34 56 78');
    const [handout, file] = await Promise.all([ask(), ask({ version: ReportVersion.FILE })]);
    const shown = await textOf((await built(handout)).pdf!.id);
    expect(shown).toContain('Intervention en partie privative');
    expect(shown).not.toMatch(/Lefèvre|06 12 34 56 78|appartement 12/u);
    const whole = await textOf((await built(file)).pdf!.id);
    expect(whole).toContain('Fuite chez Mme Lefèvre, 06 12 34 56 78');
    expect(whole).toContain('appartement 12');
  });

  it('is empty for a building without tickets, and refused for what is no period', async () => {
    const place = { ...PLACE, buildingId: 'b-empty' };
    expect(await textOf((await built(await ask({ place }))).pdf!.id)).toContain('Aucun ticket n’a été clos');
    await expect(ask({ from: YEAR.until, until: YEAR.from })).rejects.toMatchObject({
      code: 'INVALID_PERIOD',
    });
    await expect(ask({ from: '2001-01-01', until: '2011-01-01' })).rejects.toMatchObject({
      code: 'PERIOD_TOO_LONG',
    });
    await expect(ask({ from: '2001-02-30' })).rejects.toMatchObject({ code: 'INVALID_PERIOD' });
    await built(await ask({ place, from: '2001-01-02', until: '2011-01-01' }));
  });

  it('killed in the middle, is made again and mailed once', async () => {
    const id = await ask();
    await built(id);
    await eventually(() => mailsOf(id).length === 1 || undefined, BUILT);
    // As if its process had died before it wrote down that the mail was handed over.
    await setBack(id, { mailed: false });
    await app.get(BuildReportHandler).execute(AGENCY, id);
    expect(new Set(mailsOf(id).map(({ documents }) => documents[0]?.id)).size).toBe(1);
    // As if it had died while it wrote.
    await setBack(id, { state: 'PENDING', mailed: false });
    await app.get(BuildReportHandler).execute(AGENCY, id);
    expect((await built(id)).pdf).toBeDefined();
    // Nothing is left to do.
    const count = mailsOf(id).length;
    await app.get(BuildReportHandler).execute(AGENCY, id);
    expect(mailsOf(id)).toHaveLength(count);
  });

  it('says why it waits, is given up after ten tries, and begun anew on demand', async () => {
    const put = jest
      .spyOn(app.get(FileStore), 'put')
      .mockRejectedValue(
        Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
      );
    const id = await ask();
    const waiting = await eventually(async () => {
      const { report } = await reports.getReport({ caller: caller(), reportId: id });
      return report?.reason ? report : undefined;
    }, BUILT);
    expect(waiting).toMatchObject({ state: ReportState.PENDING, reason: 'STORAGE_FULL' });
    await setBack(id, { attempts: 10 });
    await app.get(BuildReportHandler).execute(AGENCY, id);
    const { report } = await reports.getReport({ caller: caller(), reportId: id });
    expect(report).toMatchObject({ state: ReportState.FAILED, reason: 'TOO_MANY_ATTEMPTS' });
    put.mockRestore();
    await reports.retryReport({ context: { caller: caller(), commandId: randomUUID() }, reportId: id });
    await app.get(BuildReportHandler).execute(AGENCY, id);
    expect((await built(id)).reason).toBe('');
  });
});

const setBack = (id: string, fields: object) =>
  app.get<Model<ReportDocument>>(getModelToken(REPORT)).updateOne({ _id: id }, { $set: fields });

describe('who sees a report', () => {
  const share = (reportId: string, sharedWith: SharedWith) =>
    reports.shareReport({ context: { caller: caller(), commandId: randomUUID() }, reportId, sharedWith });
  const seenBy = async (scope: { councilBuildingIds?: string[]; ownedBuildingIds?: string[] }) =>
    (await reports.listSharedReports({ agencyId: AGENCY, ...scope })).reports.map(({ id }) => id);

  it('the council or all co-owners, by a choice that can be taken back; nobody else', async () => {
    const id = await ask();
    await built(id);
    expect(await seenBy({ councilBuildingIds: ['b-1'] })).not.toContain(id);
    await share(id, SharedWith.COUNCIL);
    expect(await seenBy({ councilBuildingIds: ['b-1'] })).toContain(id);
    expect(await seenBy({ ownedBuildingIds: ['b-1'] })).not.toContain(id);
    await share(id, SharedWith.CO_OWNERS);
    expect(await seenBy({ ownedBuildingIds: ['b-1'] })).toContain(id);
    expect(await seenBy({ ownedBuildingIds: ['b-2'] })).not.toContain(id);
    await share(id, SharedWith.NOBODY);
    expect(await seenBy({ ownedBuildingIds: ['b-1'], councilBuildingIds: ['b-1'] })).not.toContain(id);
  });

  it('no agency’s own version leaves, and no other agency reads one', async () => {
    const id = await ask({ version: ReportVersion.FILE });
    await built(id);
    await expect(share(id, SharedWith.COUNCIL)).rejects.toMatchObject({ code: 'REPORT_STAYS_INSIDE' });
    await expect(reports.getReport({ caller: caller('autre'), reportId: id })).rejects.toMatchObject({
      code: 'REPORT_NOT_FOUND',
    });
  });

  it('one that told of a deleted ticket is made again without it, its old file gone, and nobody written to twice', async () => {
    await learnClosed('t-gone', '', 'Fuite chez le concierge');
    state.put('t-gone', AGENCY, []);
    const id = await ask();
    const { pdf } = await built(id);
    expect(await textOf(pdf!.id)).toContain('Fuite chez le concierge');
    await eventually(() => (mailsOf(id).length === 1 ? true : undefined), BUILT);
    state.tickets.delete('t-gone');
    await app.get(EventPublisher).publish({
      ...{ id: randomUUID(), agencyId: AGENCY, aggregateId: 't-gone', occurredAt: app.get(Clock).now() },
      ...{ schema: TicketDeletedSchema, message: create(TicketDeletedSchema, { ticketId: 't-gone' }) },
    });
    const again = await eventually(async () => {
      const { report } = await reports.getReport({ caller: caller(), reportId: id });
      return report?.state === ReportState.READY && report.pdf?.id !== pdf!.id ? report : undefined;
    }, BUILT);
    expect(await textOf(again.pdf!.id)).not.toContain('concierge');
    await expect(app.get(FileStore).stat(AGENCY, pdf!.id)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    expect(mailsOf(id)).toHaveLength(1);
  });

  it('a build that an erasure overtook completes nothing', async () => {
    const store = app.get(Reports, { strict: false });
    const order = { ...aReport(), id: randomUUID(), agencyId: AGENCY };
    await store.request(order);
    const begun = (await store.begin(AGENCY, order.id))!;
    await store.remake(AGENCY, order.place.buildingId);
    const file = { id: 'f-1', name: 'r.pdf', mediaType: 'application/pdf', size: 1 } as never;
    await store.fail(begun, 'TOO_MANY_ATTEMPTS', order.requestedAt);
    expect(await store.find(AGENCY, order.id)).toMatchObject({ state: 'PENDING', attempts: 0 });
    expect(await store.complete(begun, { pdf: file }, order.requestedAt)).toBe(false);
    await store.delete(AGENCY, order.id, order.requestedAt);
  });

  it('a deleted one is gone, and its files with it', async () => {
    const id = await ask();
    const { pdf } = await built(id);
    await reports.deleteReport({ context: { caller: caller(), commandId: randomUUID() }, reportId: id });
    await expect(reports.getReport({ caller: caller(), reportId: id })).rejects.toMatchObject({
      code: 'REPORT_NOT_FOUND',
    });
    await expect(app.get(FileStore).stat(AGENCY, pdf!.id)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });
});

describe('a carnet d’entretien', () => {
  const save = (version: number, subject = 'Multirisque') =>
    reports.saveCarnet({
      context: { caller: caller(), commandId: randomUUID() },
      carnet: {
        ...{ buildingId: 'b-1', version },
        entries: [{ chapter: CarnetChapter.INSURANCE, subject, company: 'Assurances Martin' }],
      },
    });

  it('keeps what is typed, against the version that was read, and fills in what closed tickets know', async () => {
    await expect(save(0, ' ')).rejects.toMatchObject({
      code: 'INVALID_CARNET',
      fields: [{ field: 'entries.0.subject', code: 'REQUIRED' }],
    });
    expect((await save(0)).carnet).toMatchObject({ version: 1 });
    await expect(save(0)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    await learnClosed('t-hall');
    const id = await ask({ kind: ReportKind.CARNET });
    const read = await textOf((await built(id)).pdf!.id);
    expect(read).toContain('Multirisque Assurances Martin');
    expect(read).toMatch(/Travaux connus des tickets clos.*Plomberie Bernard 123,45 €/u);
  });
});
