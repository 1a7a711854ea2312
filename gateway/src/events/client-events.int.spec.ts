import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import { SystemClock } from '@intervia/clock';
import {
  ArchiveReadySchema,
  MessageSentSchema,
  NoteAddedSchema,
  PreTicketCancelledSchema,
  TicketDeletedSchema,
  WorkOrderAcceptedSchema,
} from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { House } from '../testing/house.js';
import { as, asClient, CLAIRE, CLIENT, openHouse, OTHER_CLIENT } from '../testing/house.js';
import { LiveWindow } from '../testing/live-window.js';
import { LiveHub } from './live-hub.js';

const clock = new SystemClock();

const NEIGHBOUR = 'neighbour';
/** As the fake tickets service names them. */
const ME = `of party-${CLIENT}`;
// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('a client’s live pages', () => {
  let house: House;
  const windows: LiveWindow[] = [];

  const open = async (token: string): Promise<LiveWindow> => {
    const window = await LiveWindow.open(`${house.url}/api/client/events`, asClient(token));
    windows.push(window);
    return window;
  };
  const publish = <D extends DescMessage>(schema: D, message: MessageInitShape<D>, agencyId = 'a') =>
    house.publisher.publish({
      id: randomUUID(),
      agencyId,
      aggregateId: 't',
      occurredAt: clock.now(),
      schema,
      message: create(schema, message),
    });
  const accept = (ticketId: string, audience: string[], agencyId = 'a') =>
    publish(WorkOrderAcceptedSchema, { ticket: { ticketId, audience } }, agencyId);

  beforeAll(async () => {
    house = await openHouse();
    house.state.aClientSession(NEIGHBOUR, 'a');
    const window = await open(CLIENT);
    // The gateway's reader starts beside the tests: the first event shows that it reads.
    await eventually(async () => {
      await accept('warm-up', [ME]);
      return window.told[0];
    });
  });
  afterEach(() => {
    for (const window of windows.splice(0)) window.close();
  });
  afterAll(async () => {
    await house.close();
  });

  it('are told which ticket reads differently, and nothing more', async () => {
    const window = await open(CLIENT);
    const ticket = { ticketId: 't-1', audience: ['of others', ME], subject: 'Fuite' };
    await publish(PreTicketCancelledSchema, { ticket, reason: 'Déjà réparé' });
    await eventually(() => window.told[0]);
    expect(window.told).toEqual([{ id: undefined, event: 'ticket', data: { ticketId: 't-1' } }]);
  });

  it('are woken by nothing of another client, of another agency, nor by what is internal', async () => {
    const [me, neighbour, stranger] = await Promise.all([open(CLIENT), open(NEIGHBOUR), open(OTHER_CLIENT)]);
    await accept('t-neighbour', [`of party-${NEIGHBOUR}`]);
    await accept('t-elsewhere', [ME], 'b');
    await publish(NoteAddedSchema, { ticket: { ticketId: 't-mine' } });
    await publish(MessageSentSchema, { ticketId: 't-mine' });
    await publish(ArchiveReadySchema, { ticketId: 't-mine' });
    await publish(TicketDeletedSchema, { ticketId: 't-elsewhere', number: 3 });
    await accept('t-mine', [ME]);
    await eventually(() => me.ofTicket('t-mine')[0]);
    expect(me.told.map(({ data }) => data)).toEqual([{ ticketId: 't-mine' }]);
    expect(neighbour.told.map(({ data }) => data)).toEqual([{ ticketId: 't-neighbour' }]);
    expect(stranger.told).toEqual([]);
  });

  it('are no page of the staff, nor the reverse', async () => {
    const status = async (path: string, headers: Record<string, string>) =>
      (await fetch(`${house.url}${path}`, { headers })).status;
    expect(await status('/api/client/events', as(CLAIRE))).toBe(401);
    expect(await status('/api/events', asClient(CLIENT))).toBe(401);
  });

  it('are few at once', async () => {
    const opened = await Promise.all(Array.from({ length: 5 }, () => open(NEIGHBOUR)));
    await expect(open(NEIGHBOUR)).rejects.toThrow('status 429');
    await open(CLIENT);
    opened[0]?.close();
    await eventually(() => open(NEIGHBOUR).catch(() => undefined));
  });

  it('end with the session', async () => {
    house.state.aClientSession('leaving', 'a');
    const [me, leaving] = await Promise.all([open(CLIENT), open('leaving')]);
    const headers = asClient('leaving');
    await fetch(`${house.url}/api/client/session`, { method: 'DELETE', headers });
    await house.gateway.get(LiveHub).beat();
    await eventually(() => leaving.ended || undefined);
    await eventually(() => me.comments[0]);
    expect(me.ended).toBe(false);
  });
});
