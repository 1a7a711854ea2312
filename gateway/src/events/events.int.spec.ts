import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import { SystemClock } from '@intervia/clock';
import {
  AccessChangedSchema,
  ArchiveReadySchema,
  MessageSentSchema,
  Module,
  Role,
  TicketDeletedSchema,
  TicketOpenedSchema,
  WorkOrderAcceptedSchema,
} from '@intervia/contracts';
import {
  DraftDeletedSchema,
  DraftEnteredSchema,
  DraftLeftSchema,
  DraftStepValidatedSchema,
  FilesMadeSchema,
  Step,
  Wizard,
} from '@intervia/contracts/property';
import { eventually } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ALL } from '../testing/fakes/fake-state.js';
import type { House } from '../testing/house.js';
import { as, CLAIRE, GERANCE_ONLY, openHouse, STRANGER } from '../testing/house.js';
import { LiveWindow } from '../testing/live-window.js';
import type { Told } from '../testing/live-window.js';
import { LiveHub } from './live-hub.js';

const clock = new SystemClock();

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('live events', () => {
  let house: House;
  const windows: LiveWindow[] = [];

  const open = async (token: string, lastEventId?: string, at = house): Promise<LiveWindow> => {
    const window = await LiveWindow.open(`${at.url}/api/events`, {
      ...as(token),
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    });
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
  const accept = (ticketId: string, version: number, module = Module.SYNDIC, agencyId = 'a') =>
    publish(WorkOrderAcceptedSchema, { ticket: { ticketId, version, module } }, agencyId);
  const accessChanged = (holderId: string) => publish(AccessChangedSchema, { holderId });
  /** The gateway's reader starts beside the tests: the first event shows that it reads. */
  const warmUp = async (at: House, token: string): Promise<void> => {
    const window = await open(token, undefined, at);
    await eventually(async () => {
      await accept('warm-up', 1);
      return window.told[0];
    });
    window.close();
  };

  beforeAll(async () => {
    house = await openHouse();
    await warmUp(house, CLAIRE);
  });

  afterEach(() => {
    for (const window of windows.splice(0)) window.close();
  });

  afterAll(async () => {
    await house.close();
  });

  it('tells what happened to a ticket, its messages and its archive', async () => {
    const window = await open(CLAIRE);
    await accept('t-1', 3);
    await publish(MessageSentSchema, { ticketId: 't-1', messageId: 'm' });
    await publish(ArchiveReadySchema, { ticketId: 't-1' });
    await eventually(() => window.ofTicket('t-1')[2]);
    expect(window.ofTicket('t-1')).toEqual([
      {
        id: expect.any(String),
        event: 'ticket',
        data: { ticketId: 't-1', fact: 'WorkOrderAccepted', version: 3 },
      },
      { id: expect.any(String), event: 'message', data: { ticketId: 't-1' } },
      { id: expect.any(String), event: 'archive', data: { ticketId: 't-1' } },
    ]);
  });

  it('tells nothing of another agency, nor of a module that the user may not see', async () => {
    house.state.aTicket({ id: 't-unseen', agencyId: 'a', module: Module.SYNDIC });
    const [claire, stranger, gerance] = await Promise.all([open(CLAIRE), open(STRANGER), open(GERANCE_ONLY)]);
    await accept('t-syndic', 1, Module.SYNDIC);
    await publish(MessageSentSchema, { ticketId: 't-syndic' });
    await publish(MessageSentSchema, { ticketId: 't-unseen' });
    await accept('t-gerance', 1, Module.GERANCE);
    await publish(ArchiveReadySchema, { ticketId: 't-gerance' });
    await accept('t-b', 1, Module.SYNDIC, 'b');
    await eventually(() => gerance.ofTicket('t-gerance')[1]);
    await eventually(() => stranger.ofTicket('t-b')[0]);
    await eventually(() => claire.ofTicket('t-gerance')[1]);
    expect(gerance.told.map(({ data }) => (data as Told & { ticketId: string }).ticketId)).toEqual([
      't-gerance',
      't-gerance',
    ]);
    expect(stranger.told).toHaveLength(1);
    expect(claire.ofTicket('t-b')).toHaveLength(0);
    expect(claire.told).toHaveLength(5);
  });

  it('tells whoever sees rental management of its drafts: who comes and goes, changed, made, deleted', async () => {
    house.state.aSession('syndic-only', 'a', { syndic: ALL });
    const [gerance, syndic, stranger] = await Promise.all([
      open(GERANCE_ONLY),
      open('syndic-only'),
      open(STRANGER),
    ]);
    const of = { draftId: 'd-1', wizard: Wizard.MANDATE };
    await publish(DraftEnteredSchema, of);
    await publish(DraftLeftSchema, of);
    await publish(DraftStepValidatedSchema, { ...of, step: Step.OWNER, version: 2 });
    await publish(FilesMadeSchema, of);
    await publish(DraftDeletedSchema, { draftId: 'd-2', wizard: Wizard.TENANT });
    await accept('t-after', 1, Module.SYNDIC);
    await accept('t-after', 1, Module.SYNDIC, 'b');
    await eventually(() => gerance.told[4]);
    expect(gerance.told.map(({ event, data }) => [event, data])).toEqual([
      ['draft', { draftId: 'd-1', wizard: 'MANDATE', fact: 'DraftEntered' }],
      ['draft', { draftId: 'd-1', wizard: 'MANDATE', fact: 'DraftLeft' }],
      ['draft', { draftId: 'd-1', wizard: 'MANDATE', fact: 'DraftStepValidated' }],
      ['draft', { draftId: 'd-1', wizard: 'MANDATE', fact: 'FilesMade' }],
      ['draft', { draftId: 'd-2', wizard: 'TENANT', fact: 'DraftDeleted' }],
    ]);
    await eventually(() => syndic.ofTicket('t-after')[0]);
    await eventually(() => stranger.ofTicket('t-after')[0]);
    expect([syndic.told.length, stranger.told.length]).toEqual([1, 1]);
  });

  it('tells someone who is attached to places what happens there, and that a ticket is gone', async () => {
    const box = { syndic: ALL, gerance: ALL };
    house.state.aSession('assistant', 'a', { role: Role.ASSISTANT, ...box, standsInFor: ['user-absent'] });
    const window = await open('assistant');
    const at = (ticketId: string, ...staffIds: string[]) =>
      publish(WorkOrderAcceptedSchema, { ticket: { ticketId, module: Module.SYNDIC, place: { staffIds } } });
    await at('t-elsewhere', 'user-claire');
    await publish(MessageSentSchema, { ticketId: 't-elsewhere' });
    await at('t-here', 'user-claire', 'user-assistant');
    await publish(MessageSentSchema, { ticketId: 't-here' });
    await at('t-absent', 'user-absent');
    await publish(TicketDeletedSchema, { ticketId: 't-elsewhere', number: 12 });
    await eventually(() => window.ofTicket('t-elsewhere')[0]);
    expect(window.told.map(({ event, data }) => [event, (data as { ticketId: string }).ticketId])).toEqual([
      ['ticket', 't-here'],
      ['message', 't-here'],
      ['ticket', 't-absent'],
      ['ticket', 't-elsewhere'],
    ]);
    expect(window.told.at(-1)?.data).toEqual({ ticketId: 't-elsewhere', fact: 'TicketDeleted' });
  });

  it('resumes after the last event seen, and tells nothing twice', async () => {
    const first = await open(CLAIRE);
    await accept('t-2', 1);
    const seen = await eventually(() => first.ofTicket('t-2')[0]);
    first.close();
    await accept('t-2', 2);
    await publish(TicketOpenedSchema, { ticket: { ticketId: 't-2', version: 3, module: Module.SYNDIC } });
    const second = await open(CLAIRE, seen.id);
    await accept('t-2', 4);
    await eventually(() => second.ofTicket('t-2')[2]);
    expect(second.ofTicket('t-2').map(({ data }) => (data as { version: number }).version)).toEqual([
      2, 3, 4,
    ]);
    expect(second.told.some(({ event }) => event === 'reload')).toBe(false);
  });

  it('asks to read everything again when it cannot tell what was missed', async () => {
    const window = await open(CLAIRE, '999999999');
    await eventually(() => window.told.find(({ event }) => event === 'reload'));
  });

  it('resumes on a gateway that was just started', async () => {
    const before = await open(CLAIRE);
    await accept('t-3', 1);
    const seen = await eventually(() => before.ofTicket('t-3')[0]);
    await accept('t-3', 2);
    const other = await openHouse({}, house);
    try {
      const after = await open(CLAIRE, seen.id, other);
      await eventually(() => after.ofTicket('t-3')[0]);
      expect(after.ofTicket('t-3')[0]?.data).toMatchObject({ version: 2 });
    } finally {
      await other.close();
    }
  });

  it('beats, and closes the windows of who signed out', async () => {
    house.state.aSession('leaving', 'a', { syndic: ALL, gerance: ALL });
    const [claire, leaving] = await Promise.all([open(CLAIRE), open('leaving')]);
    await fetch(`${house.url}/api/session`, { method: 'DELETE', headers: as('leaving') });
    await house.gateway.get(LiveHub).beat();
    await eventually(() => leaving.ended || undefined);
    await eventually(() => claire.comments[0]);
    expect(claire.ended).toBe(false);
  });

  it('closes at once the windows of whose sessions ended, and those of nobody else', async () => {
    const { state } = house;
    state.aSession('stolen', 'a', { syndic: ALL, gerance: ALL });
    const [stolen, claire] = await Promise.all([open('stolen'), open(CLAIRE)]);
    state.sessions.delete('stolen');
    await accessChanged('user-stolen');
    await eventually(() => stolen.ended || undefined);
    await accept('t-5', 1);
    await eventually(() => claire.ofTicket('t-5')[0]);
    expect(claire.ended).toBe(false);
  });

  it('tells nothing of a module whose right was withdrawn a moment ago', async () => {
    const { state } = house;
    state.aSession('demoted', 'a', { syndic: ALL, gerance: ALL });
    const demoted = await open('demoted');
    await accept('t-6', 1);
    await eventually(() => demoted.ofTicket('t-6')[0]);
    state.aSession('demoted', 'a', { gerance: ALL });
    await accessChanged('user-demoted');
    await accept('t-6', 2);
    await accept('t-7', 1, Module.GERANCE);
    await eventually(() => demoted.ofTicket('t-7')[0]);
    expect(demoted.ofTicket('t-6')).toHaveLength(1);
    state.aSession('demoted', 'a', {});
    await accessChanged('user-demoted');
    await eventually(() => demoted.ended || undefined);
  });

  it('keeps telling after an outage of NATS', async () => {
    const window = await open(CLAIRE);
    await house.nats.restart();
    await eventually(
      async () => {
        await accept('t-4', 1);
        return window.ofTicket('t-4')[0];
      },
      { timeoutMs: 60_000, intervalMs: 500 },
    );
  });

  it('closes open windows when it stops', async () => {
    const other = await openHouse({}, house);
    const window = await open(CLAIRE, undefined, other);
    await other.close();
    await eventually(() => window.ended || undefined);
  });
});
