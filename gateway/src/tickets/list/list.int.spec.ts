import type { ChangeManagerRequest, ListTicketsRequest } from '@intervia/contracts';
import { Module, SearchField, Show, Status, TicketType } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { bodyOf } from '../../testing/body-of.js';
import { VIEW } from '../../testing/fakes/fake-state.js';
import type { House } from '../../testing/house.js';
import { as, CLAIRE, GERANCE_ONLY, openHouse } from '../../testing/house.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('the list of tickets', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
    house.state.aTicket({ id: 'ticket-a', agencyId: 'a' });
  });

  afterAll(async () => {
    await house.close();
  });

  const send = (method: 'post' | 'delete', path: string, body: object, token: string) =>
    request(house.url)
      [method](`/api/tickets/${path}`)
      .set(as(token))
      .set('Idempotency-Key', randomUUID())
      .send(body);
  const list = (query: string) =>
    request(house.url).get(`/api/tickets?module=SYNDIC&${query}`).set(as(CLAIRE));

  it('gives tickets to another manager, and says which it could not', async () => {
    house.state.aTicket({ id: 'ticket-gerance', agencyId: 'a', module: Module.GERANCE });
    const ticketIds = ['ticket-a', 'ticket-gerance', 'ticket-nowhere'];
    const answer = await send(
      'post',
      'manager-changes',
      { ticketIds, managerId: `user-${CLAIRE}` },
      GERANCE_ONLY,
    ).expect(200);
    expect(answer.body).toMatchObject({
      changed: 1,
      refused: [
        { ticketId: 'ticket-a', code: 'FORBIDDEN_ACTION', detail: expect.stringMatching(/rôle/) },
        { ticketId: 'ticket-nowhere', code: 'TICKET_NOT_FOUND' },
      ],
    });
    expect(house.state.lastCall<ChangeManagerRequest>('changeManager')).toMatchObject({
      ticketIds: ['ticket-gerance'],
      manager: { id: `user-${CLAIRE}` },
    });
  });

  it('gives no ticket to somebody who can only read, or only in the other module', async () => {
    const ticketIds = ['ticket-a'];
    const give = (managerId: string) => send('post', 'manager-changes', { ticketIds, managerId }, CLAIRE);
    const reader = await give('user-viewer').expect(400);
    expect(reader.body).toMatchObject({ fields: [{ field: 'managerId', code: 'USER_CANNOT_ACT' }] });
    const other = await give(`user-${GERANCE_ONLY}`).expect(200);
    expect(other.body).toMatchObject({ refused: [{ ticketId: 'ticket-a', code: 'USER_CANNOT_ACT' }] });
  });

  it('deletes, and lists what is left', async () => {
    house.state.aSession('eraser', 'a', { syndic: { ...VIEW, delete: true } });
    await send('delete', 'ticket-a', {}, 'eraser').expect(204);
    expect(house.state.lastCall('deleteTicket')).toMatchObject({ ticketId: 'ticket-a' });
    const left = await request(house.url).get('/api/tickets/deletions').set(as('eraser')).expect(200);
    expect(left.body).toMatchObject({ deletions: [{ ticketId: 'deleted-a', number: 12 }], nextCursor: '' });
  });

  it('searches by all the criteria of LSC', async () => {
    await list(
      'searchIn=BUILDING&search=tilleuls&types=SINGLE_QUOTE,MULTIPLE_QUOTE&statuses=QUOTE_RECEIVED&statuses=CLOSED' +
        '&managerIds=u1,u2&buildingId=b1&contractorId=c1&urgent=true&openedFrom=2004-01-01T00:00:00Z&colour=BLUE',
    ).expect(200);
    expect(house.state.lastCall<ListTicketsRequest>('listTickets')).toMatchObject({
      searchIn: SearchField.BUILDING,
      search: 'tilleuls',
      limit: 0,
      criteria: {
        types: [TicketType.SINGLE_QUOTE, TicketType.MULTIPLE_QUOTE],
        statuses: [Status.QUOTE_RECEIVED, Status.CLOSED],
        managerIds: ['u1', 'u2'],
        buildingId: 'b1',
        contractorPartyId: 'c1',
        urgent: true,
        openedFrom: { seconds: 1_072_915_200n },
      },
    });
    const answer = await list('types=ODS').expect(400);
    expect(bodyOf(answer).fields).toMatchObject([{ field: 'types', code: 'INVALID_CHOICE' }]);
  });

  it('is of one module, which who sees both must name', async () => {
    const answer = await request(house.url).get('/api/tickets').set(as(CLAIRE)).expect(400);
    expect(bodyOf(answer).fields).toMatchObject([{ field: 'module', code: 'REQUIRED' }]);
  });

  it('exports the list page by page, or a selection of it', async () => {
    house.state.pages.set('', { tickets: [{ number: 1, subject: '=cmd' }], nextCursor: 'p2' });
    house.state.pages.set('p2', { tickets: [{ number: 2, subject: 'Porte' }] });
    const csv = await request(house.url)
      .get('/api/tickets/export.csv?module=SYNDIC&show=closed')
      .set(as(CLAIRE))
      .expect(200)
      .expect('content-type', 'text/csv; charset=utf-8')
      .expect('content-disposition', /^attachment; filename="tickets-\d{4}-\d\d-\d\d\.csv"/);
    expect(csv.text.split('\r\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^"1";.*;"'=cmd";/),
      expect.stringMatching(/^"2";.*;"Porte";/),
    ]);
    const asked = house.state.calls.filter(({ method }) => method === 'listTickets').slice(-4);
    // Twice: what had moved to the front meanwhile would not have been seen.
    const [front, rest] = ['', 'p2'].map((cursor) => ({
      cursor,
      limit: 200,
      module: Module.SYNDIC,
      show: Show.CLOSED,
    }));
    expect(asked.map(({ request: page }) => page)).toMatchObject([front, rest, front, rest]);
    house.state.pages.clear();
    const txt = await request(house.url)
      .get('/api/tickets/export.txt?module=SYNDIC&ids=ticket-a,ticket-gerance')
      .set(as(CLAIRE))
      .expect(200);
    expect(txt.text.split('\r\n')[0]).toContain('"Numéro"\t"Type"\t"Statut"');
    expect(house.state.lastCall<ListTicketsRequest>('listTickets')).toMatchObject({
      show: Show.ALL,
      criteria: { ticketIds: ['ticket-a', 'ticket-gerance'] },
    });
    house.state.failures.set('listTickets', new AppError('SERVICE_UNAVAILABLE', 'unavailable'));
    await request(house.url).get('/api/tickets/export.csv?module=SYNDIC').set(as(CLAIRE)).expect(503);
  });

  it('breaks an export off when a later page fails', async () => {
    house.state.pages.set('', { tickets: [{ number: 1 }], nextCursor: 'gone' });
    const failing = request(house.url).get('/api/tickets/export.csv?module=SYNDIC').set(as(CLAIRE));
    house.state.failLater('listTickets', 1, new AppError('SERVICE_UNAVAILABLE', 'unavailable'));
    await expect(failing).rejects.toThrow();
    house.state.pages.clear();
  });
});
