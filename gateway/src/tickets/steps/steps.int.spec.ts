import type {
  InformThirdPartiesRequest,
  OpenTicketRequest,
  PostMessageRequest,
  RequestApprovalRequest,
  UpdateTicketRequest,
} from '@intervia/contracts';
import { CorrespondentRole, Source, Visibility } from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { AppError } from '@intervia/messaging';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import request from 'supertest';
import { bodyOf } from '../../testing/body-of.js';
import type { House } from '../../testing/house.js';
import { as, CLAIRE, openHouse } from '../../testing/house.js';
import { PDF } from '../../testing/samples.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('the steps of a ticket', () => {
  let house: House;
  let quoteId: string;

  beforeAll(async () => {
    house = await openHouse();
    house.state.aTicket({
      id: 'ticket-a',
      agencyId: 'a',
      missions: [{ id: 'mission-a' }],
      place: { buildingId: 'building-a', address: '3 rue Sully, 97200 Fort-de-France' },
    });
    const store = await LocalFileStore.open(house.filesDir);
    quoteId = (await store.put('a', 'devis.pdf', Readable.from([PDF]), { maxBytes: 1_000, owner: '' })).id;
  });

  afterAll(async () => {
    await house.close();
  });

  const send = (method: 'post' | 'patch', path: string, body: object) =>
    request(house.url)
      [method](`/api/tickets/${path}`)
      .set(as(CLAIRE))
      .set('Idempotency-Key', randomUUID())
      .send(body);
  const ofMission = (step: string, body: object) => send('post', `ticket-a/missions/mission-a/${step}`, body);

  it('takes a quote with its documents, and its acceptance with a signed copy', async () => {
    await ofMission('quote', { quoteIds: [quoteId], amountCents: 25_000 }).expect(200);
    expect(house.state.lastCall('submitQuote')).toMatchObject({
      missionId: 'mission-a',
      amountCents: 25_000,
      quotes: [{ id: quoteId, name: 'devis.pdf' }],
    });
    await ofMission('quote-acceptance', { signedCopyId: quoteId, comment: 'Bon pour accord' }).expect(200);
    expect(house.state.lastCall('acceptQuote')).toMatchObject({ signedCopy: { id: quoteId } });
  });

  it('asks somebody typed in to approve it, and tells others', async () => {
    await ofMission('approval-request', {
      role: 'COUNCIL_PRESIDENT',
      approver: { name: 'M. Blanc', mobiles: '0696 12 34 56', channels: { mail: false, sms: true } },
      informed: [{ name: 'Mme Noir', mails: 'a@b.example;c@d.example' }],
    }).expect(200);
    const sent = house.state.lastCall<RequestApprovalRequest>('requestApproval');
    expect(sent.role).toBe(CorrespondentRole.COUNCIL_PRESIDENT);
    // The place is in Martinique.
    expect(sent.approver?.reach).toMatchObject({ mobiles: ['+596696123456'] });
    expect(sent.informed[0]?.reach).toMatchObject({ mails: ['a@b.example', 'c@d.example'] });
    const faulty = await ofMission('approval-request', { approver: { mails: 'blanc' } }).expect(400);
    expect(bodyOf(faulty).fields).toMatchObject([{ field: 'approver.mails', code: 'INVALID_MAIL' }]);
  });

  it('says in French why a quote cannot be accepted', async () => {
    house.state.failures.set('acceptQuote', new AppError('OWNER_APPROVAL_REQUIRED', 'conflict'));
    const answer = await ofMission('quote-acceptance', {}).expect(409);
    expect(bodyOf(answer).detail).toContain('seuil du mandat');
  });

  it('proposes an appointment', async () => {
    await ofMission('appointment-proposal', {
      appointment: { start: '2004-11-25T09:30:00+01:00', durationMinutes: 90 },
    }).expect(200);
    expect(house.state.lastCall('proposeAppointment')).toMatchObject({
      appointment: { start: { seconds: 1_101_371_400n }, durationMinutes: 90 },
    });
  });

  it('contacts another contractor, informs third parties, writes to one', async () => {
    const person = { name: 'Élec Ampère', mails: 'contact@ampere.example' };
    await send('post', 'ticket-a/contractors', { contractor: person, replacedMissionId: 'mission-a' }).expect(
      200,
    );
    expect(house.state.lastCall('contactAnotherContractor')).toMatchObject({
      replacedMissionId: 'mission-a',
      contractor: { name: 'Élec Ampère' },
    });
    await send('post', 'ticket-a/information', { persons: [person], comment: 'Pour info' }).expect(200);
    const { persons } = house.state.lastCall<InformThirdPartiesRequest>('informThirdParties');
    expect(persons).toMatchObject([{ reach: { mails: ['contact@ampere.example'] } }]);
    const message = { role: 'TENANT', person, subject: 'Accès', text: 'Quand ?', documentIds: [quoteId] };
    await send('post', 'ticket-a/thread-messages', message).expect(200);
    expect(house.state.lastCall<PostMessageRequest>('postMessage')).toMatchObject({
      role: CorrespondentRole.TENANT,
      subject: 'Accès',
      documents: [{ id: quoteId }],
      received: false,
    });
    await send('post', 'ticket-a/reach', { correspondentId: 'c-1', mobiles: '0696 12 34 56' }).expect(200);
    expect(house.state.lastCall('changeReach')).toMatchObject({
      correspondentId: 'c-1',
      reach: { mobiles: ['+596696123456'] },
    });
  });

  it('changes what is named, and nothing else', async () => {
    await send('patch', 'ticket-a', { urgent: false, timers: { quote: { maximum: 0 } } }).expect(200);
    const first = house.state.lastCall<UpdateTicketRequest>('updateTicket');
    expect(first).toMatchObject({ urgent: false, timers: { quote: { maximum: 0 } } });
    expect(first.subject).toBeUndefined();
    expect(first.notified).toBeUndefined();
    expect(first.timers?.quote?.hours).toBeUndefined();
    await send('patch', 'ticket-a', {
      contacts: [],
      visibility: 'COUNCIL',
      notifiedGroups: ['COUNCIL'],
    }).expect(200);
    expect(house.state.lastCall<UpdateTicketRequest>('updateTicket')).toMatchObject({
      contacts: { persons: [] },
      visibility: Visibility.COUNCIL,
      notified: { persons: [{ partyId: 'party-president' }] },
    });
  });

  it('opens a request for quotes: creator, assistant, staff, threshold and groups are gathered', async () => {
    const draft = {
      module: 'GERANCE',
      quote: true,
      place: { unitId: 'unit-a' },
      notified: [{ partyId: 'party-owner', name: 'Mme Petit', mails: 'petit@courriel.example' }],
      notifiedGroups: ['COUNCIL', 'CO_OWNERS'],
      readReceipt: true,
    };
    await request(house.url)
      .post('/api/tickets')
      .set(as(CLAIRE))
      .set('Idempotency-Key', 'quote-1')
      .send(draft)
      .expect(201);
    const sent = house.state.lastCall<OpenTicketRequest>('openTicket').draft;
    expect(sent).toMatchObject({
      quote: true,
      creator: { id: 'user-claire', mail: 'claire@tilleuls.example' },
      assistant: { id: 'user-assistant' },
      place: { approvalThresholdCents: 15_000, staffIds: ['user-manager', 'user-assistant'] },
      readReceipt: true,
    });
    expect(sent?.automaticInvoiceRequest).toBeUndefined();
    // Each person once, what was typed in first.
    expect(sent?.notified.map(({ partyId, reach }) => [partyId, reach?.mails])).toEqual([
      ['party-owner', ['petit@courriel.example']],
      ['party-president', ['blanc@courriel.example']],
    ]);
  });

  it('validates a "?" with a whole draft', async () => {
    const draft = { module: 'SYNDIC', place: { unitId: 'unit-a' }, subject: 'Fuite' };
    await send('post', 'ticket-a/validation', draft).expect(200);
    expect(house.state.lastCall('validatePreTicket')).toMatchObject({
      ticketId: 'ticket-a',
      draft: { subject: 'Fuite', place: { unitId: 'unit-a' } },
    });
  });

  it('enters a request for the manager of the place, and visit notes for nobody', async () => {
    const body = { module: 'SYNDIC', subject: 'Fuite', place: { unitId: 'unit-a' } };
    const entered = await request(house.url)
      .post('/api/requests')
      .set(as(CLAIRE))
      .set('Idempotency-Key', 'request-1')
      .send({ ...body, requester: { name: 'M. Noir', mobiles: '06 12 34 56 78' } })
      .expect(201);
    expect(entered.body).toEqual({ ticketId: 'ticket-requested', number: 1043 });
    expect(house.state.lastCall('requestTicket')).toMatchObject({
      source: Source.LSC,
      manager: { id: 'user-manager' },
      assistant: { id: 'user-assistant' },
      requester: { reach: { mobiles: ['+33612345678'] } },
    });
    const notes = [{ ...body, externalId: 'vti-1', photoIds: [quoteId], notedAt: '2004-11-24T08:00:00Z' }];
    const imported = await request(house.url).post('/api/visit-notes').set(as(CLAIRE)).send({ notes });
    expect(imported.body).toEqual({ imported: 1 });
    expect(house.state.lastCall('importVisitNotes')).toMatchObject({
      notes: [{ externalId: 'vti-1', place: { unitId: 'unit-a' }, photos: [{ id: quoteId }] }],
    });
  });
});
