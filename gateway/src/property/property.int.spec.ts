import { Role } from '@intervia/contracts';
import { Step } from '@intervia/contracts/property';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { ALL } from '../testing/fakes/fake-state.js';
import type { House } from '../testing/house.js';
import { as, CLAIRE, openHouse } from '../testing/house.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

const ACCOUNTANT = 'accountant';

describe('property over HTTP', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
    house.state.aSession(ACCOUNTANT, 'a', { role: Role.ACCOUNTANT, syndic: ALL, gerance: ALL });
  });

  afterAll(async () => {
    await house.close();
  });

  const send = (method: 'get' | 'post' | 'put', path: string, token = CLAIRE) =>
    request(house.url)[method](`/api/property/${path}`).set(as(token)).set('Idempotency-Key', randomUUID());

  it('saves a step, and answers it as it was kept', async () => {
    const begun = await send('post', 'drafts').send({ wizard: 'MANDATE' }).expect(201);
    const { drafts } = begun.body as { drafts: { id: string }[] };
    const path = `drafts/${drafts[0]?.id}/steps`;
    const content = { owner: { party: { name: 'Lemoine' } }, unread: { 'party.bornOn': '31/02' } };
    const saved = await send('put', path).send({ content, baseVersion: 0, next: true }).expect(200);
    expect(saved.body).toMatchObject({
      step: { step: 'OWNER', version: 1, done: true, content },
      keepable: true,
    });
    const late = await send('put', path).send({ content, baseVersion: 0 }).expect(409);
    expect(late.body).toMatchObject({ code: 'STEP_CHANGED', detail: expect.stringContaining('entre-temps') });
  });

  it('names no document that is not there', async () => {
    const content = { various: { documents: [{ id: 'nowhere' }] } };
    const answer = await send('put', 'drafts/ticket-a/steps').send({ content }).expect(400);
    expect(answer.body).toMatchObject({
      fields: [{ field: 'content.various.documents.0', code: 'DOCUMENT_UNKNOWN' }],
    });
  });

  it('lets an accountant read and not write', async () => {
    await send('get', 'drafts/ticket-a', ACCOUNTANT).expect(200);
    await send('post', 'drafts/ticket-a/final-save', ACCOUNTANT).send({}).expect(403);
    await send('post', 'drafts', ACCOUNTANT).send({ wizard: 'MANDATE' }).expect(403);
  });

  it('says in French what a verification of the register found', async () => {
    const answer = await send('get', 'registers/ticket-a/verification').expect(200);
    expect(answer.body).toMatchObject({ faults: [{ kind: 'GAP', detail: 'Il manque l’inscription n° 7.' }] });
  });

  it('revises a rent as it was previewed', async () => {
    await send('post', 'tenants/ticket-a/revisions').send({ version: 3, askedOn: '2004-07-01' }).expect(200);
    expect(house.state.lastCall('reviseRent')).toMatchObject({
      lines: [{ lineId: 'line-1', amountCents: 70_807 }],
      revision: { newRentCents: 70_807 },
    });
  });

  it('keeps the whole new address of who leaves', async () => {
    const newAddress = {
      line: '3 place du Marché',
      complement: 'Bât. B',
      postalCode: '38200',
      city: 'Vienne',
    };
    const notice = { reason: 'TENANT_NOTICE', receivedOn: '2004-07-01', leavesOn: '2004-10-01', newAddress };
    await send('post', 'tenants/ticket-a/notices').send({ version: 3, notice }).expect(200);
    expect(house.state.lastCall('giveNotice')).toMatchObject({ notice: { newAddress } });
    const departure = { reason: 'TENANT_NOTICE', leftOn: '2004-10-01', newAddress };
    const departures = [{ leaseId: 'ticket-a', version: 3, departure }];
    await send('post', 'departures').send({ departures }).expect(200);
    expect(house.state.lastCall('recordDepartures')).toMatchObject({
      departures: [{ departure: { newAddress } }],
    });
  });

  it('says that one is there', async () => {
    await send('post', 'drafts/ticket-a/presence').send({ step: 'MANDATE' }).expect(200);
    expect(house.state.lastCall('enterDraft')).toMatchObject({ step: Step.MANDATE });
  });
});
