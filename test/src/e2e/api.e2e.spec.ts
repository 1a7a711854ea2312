import { SystemClock } from '@intervia/clock';
import { DirectoryService, WorkOrderRequestedSchema } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { connect, headers } from '@nats-io/transport-node';
import { ApiClient, CLIENT_SESSION, DEMO_LOGIN } from '../platform/api-client.js';
import { OwnPlatform } from '../platform/platform.js';

const clock = new SystemClock();

const MINUTES = 60_000;
const AGENCY = 'tilleuls';
const { password } = DEMO_LOGIN;

interface Ticket {
  id: string;
  number: number;
  type: string;
  status: string;
  source: string;
  version: number;
  manager?: { id: string };
  requester?: { name: string };
  documents: { ref: { name: string } }[];
  history: { fact: string }[];
}

interface Rows {
  tickets: { id: string; number: number; type: string; status: string; managerId: string }[];
  nextCursor: string;
}

interface FollowUps {
  followUps: { ticketId: string; status: string }[];
}

const CONTRACTOR = {
  name: 'Plomberie Bérard',
  mails: 'contact@plomberie-berard.example',
  channels: { mail: true, sms: false },
};
const SECRET = 'Le gestionnaire pense que le voisin est en cause.';

/** What is around the steps of a ticket, over HTTP, on every real service: see `ticket-types.e2e.spec.ts` for the steps. */
describe('the API, every service in one process', () => {
  let platform: OwnPlatform;
  let connection: NatsConnection;
  let claire: ApiClient;
  let ines: ApiClient;
  let marc: ApiClient;
  let nathalie: ApiClient;
  let coOwner: ApiClient;
  let tenant: ApiClient;

  beforeAll(async () => {
    platform = await OwnPlatform.start();
    const { gateway, nats } = platform.run;
    connection = await connect({ servers: nats.url, user: nats.user, pass: nats.password });
    const signIn = (mail: string, session?: string) =>
      ApiClient.signIn(gateway, { mail: `${mail}@tilleuls.example`, password }, session);
    claire = await signIn('claire.moreau');
    ines = await signIn('ines.benali');
    marc = await signIn('marc.fournier');
    nathalie = await signIn('nathalie.roche');
    coOwner = await signIn('coproprietaire', CLIENT_SESSION);
    tenant = await signIn('locataire', CLIENT_SESSION);
  }, 5 * MINUTES);

  afterAll(async () => {
    await connection?.close();
    await platform?.stop();
  }, MINUTES);

  const publish = (records: object) =>
    new BusClient(connection).service(DirectoryService).publish({ agencyId: AGENCY, ...records });
  const building = async (at: number) => {
    const { buildings } = await claire.get<{ buildings: Record<string, unknown>[] }>(
      '/api/buildings?limit=100',
    );
    const found = buildings.find(({ reference }) => reference === String(at).padStart(4, '0'));
    if (!found) throw new Error(`no building ${at}`);
    return found as Record<string, unknown> & { id: string };
  };
  const draftOn = (buildingId: string, more: object = {}) => ({
    module: 'SYNDIC',
    subject: 'Porte du hall bloquée',
    description: 'Elle ne ferme plus.',
    place: { buildingId },
    source: 'PHONE',
    contractors: [CONTRACTOR],
    ...more,
  });
  const open = async (at: number, more?: object): Promise<Ticket> =>
    claire.post<Ticket>('/api/tickets', draftOn((await building(at)).id, more));
  const statusOf = async (api: ApiClient, path: string, body?: object) =>
    (await api.fetch(path, body)).status;
  const numbers = async (api: ApiClient, query: string) =>
    (await api.get<Rows>(`/api/tickets?module=SYNDIC&${query}`)).tickets.map(({ number }) => number);

  describe('a client', () => {
    it('asks with a photo, follows what comes of it, and sees nothing internal', async () => {
      const settings = await nathalie.get<object>('/api/settings/syndic');
      const { defaultAttachments: _, ...shown } = settings as Record<string, unknown>;
      const saved = await nathalie.send('PUT', '/api/settings/syndic', { ...shown, shownToClients: true });
      expect(saved.status).toBe(200);

      const { places } = await coOwner.get<{ places: { unitId?: string; label: string }[] }>(
        '/api/client/places',
      );
      const home = places.find(({ unitId }) => unitId);
      const form = new FormData();
      form.set('files', new File(['%PDF-1.4\n%%EOF\n'], 'constat.pdf', { type: 'application/pdf' }));
      const uploaded = await fetch(`${platform.run.gateway}/api/client/uploads`, {
        method: 'POST',
        headers: coOwner.headers('command'),
        body: form,
      });
      const { documents } = (await uploaded.json()) as { documents: { id: string }[] };
      const { ticketId } = await coOwner.post<{ ticketId: string }>('/api/client/requests', {
        place: { unitId: home?.unitId },
        module: 'SYNDIC',
        subject: 'Infiltration au plafond',
        description: 'Une tache grandit.',
        attachmentIds: documents.map(({ id }) => id),
      });
      const asked = await claire.get<Ticket>(`/api/tickets/${ticketId}`);
      expect(asked).toMatchObject({ type: 'PRE_TICKET', status: 'PENDING_VALIDATION', source: 'EXTRANET' });
      expect(asked.documents.map(({ ref }) => ref.name)).toEqual(['constat.pdf']);

      const { id: buildingId } = await building(1);
      const requester = { ...asked.requester, mails: '', channels: undefined, reach: undefined };
      const validated = await claire.post<Ticket>(
        `/api/tickets/${ticketId}/validation`,
        draftOn(buildingId, { place: { unitId: home?.unitId }, requester: { ...requester, comment: '' } }),
      );
      expect(validated).toMatchObject({ id: ticketId, type: 'WORK_ORDER', status: 'WORK_ORDER_SENT' });
      await claire.post(`/api/tickets/${ticketId}/notes`, { html: `<p>${SECRET}</p>` });

      const followedBy = async (client: ApiClient) =>
        (await client.get<FollowUps>('/api/client/follow-ups')).followUps.filter(
          (followUp) => followUp.ticketId === ticketId,
        );
      expect(await followedBy(coOwner)).toMatchObject([{ status: 'WORK_ORDER_SENT' }]);
      expect(await followedBy(tenant)).toEqual([]);
      const followed = await coOwner.fetch(`/api/client/follow-ups/${ticketId}`);
      expect(await followed.text()).not.toContain(SECRET);
      expect(await statusOf(tenant, `/api/client/follow-ups/${ticketId}`)).toBe(404);
    });

    it('reaches no place of others, and nothing of the staff', async () => {
      const elsewhere = { place: { buildingId: (await building(2)).id }, subject: 'x', description: 'x' };
      expect(await statusOf(coOwner, '/api/client/requests', elsewhere)).toBe(404);
      expect(await statusOf(coOwner, '/api/tickets')).toBe(401);
      expect(await statusOf(claire, '/api/client/follow-ups')).toBe(401);
    });
  });

  describe('an assistant', () => {
    it('sees the tickets of the buildings she is attached to, and follows when LSC attaches her', async () => {
      const here = await open(1);
      const elsewhere = await open(14);
      expect(await statusOf(ines, `/api/tickets/${here.id}`)).toBe(200);
      expect(await statusOf(ines, `/api/tickets/${elsewhere.id}`)).toBe(404);
      expect(await statusOf(ines, `/api/tickets/${elsewhere.id}/closing`, {})).toBe(404);
      expect(await numbers(ines, `searchIn=NUMBER&search=${here.number}`)).toEqual([here.number]);
      expect(await numbers(ines, `searchIn=NUMBER&search=${elsewhere.number}`)).toEqual([]);

      const moved = await building(14);
      await publish({ buildings: [{ ...moved, council: [], assistantId: `${AGENCY}-ines-benali` }] });
      await eventually(async () => (await numbers(ines, `searchIn=NUMBER&search=${elsewhere.number}`))[0]);
      expect(await statusOf(ines, `/api/tickets/${elsewhere.id}`)).toBe(200);
    });
  });

  describe('a role', () => {
    it('that only reads changes nothing', async () => {
      const ticket = await open(1);
      expect(await statusOf(marc, `/api/tickets/${ticket.id}`)).toBe(200);
      expect(await statusOf(marc, `/api/tickets/${ticket.id}/closing`, {})).toBe(403);
      expect(await statusOf(marc, '/api/tickets', draftOn((await building(1)).id))).toBe(403);
    });

    it('with the fourth box deletes, and a trace is left', async () => {
      const ticket = await open(2);
      expect((await claire.send('DELETE', `/api/tickets/${ticket.id}`)).status).toBe(403);
      expect((await nathalie.send('DELETE', `/api/tickets/${ticket.id}`)).status).toBe(204);
      expect(await statusOf(claire, `/api/tickets/${ticket.id}`)).toBe(404);
      const { deletions } = await claire.get<{ deletions: object[] }>('/api/tickets/deletions?module=SYNDIC');
      expect(deletions).toMatchObject([
        { ticketId: ticket.id, number: ticket.number, actor: { name: 'Nathalie Roche' } },
      ]);
    });

    it('with a right of its own reopens', async () => {
      const ticket = await open(3);
      await claire.post(`/api/tickets/${ticket.id}/closing`, {});
      expect(await statusOf(claire, `/api/tickets/${ticket.id}/reopening`, {})).toBe(403);
      const reopened = await nathalie.post<Ticket>(`/api/tickets/${ticket.id}/reopening`, {
        comment: 'Fermé par erreur.',
      });
      expect(reopened.status).not.toBe('CLOSED');
      expect(reopened.history.map(({ fact }) => fact)).toContain('TicketReopened');
    });
  });

  it('a delegate sees the tickets of an absent colleague among hers', async () => {
    const julien = `${AGENCY}-julien-perrin`;
    const ticket = await open(2, { managerId: julien });
    const mine = async () => {
      // A session is remembered for ten seconds; a new one is read at once.
      const delegate = await ApiClient.signIn(platform.run.gateway);
      return numbers(delegate, `mine=true&searchIn=NUMBER&search=${ticket.number}`);
    };
    expect(await mine()).toEqual([]);
    const now = clock.now().getTime() / 1000;
    const at = (seconds: number) => ({ seconds: BigInt(Math.floor(seconds)), nanos: 0 });
    const { users } = await claire.get<{ users: Record<string, unknown>[] }>('/api/users');
    const { role: _, ...user } = users.find(({ id }) => id === julien) ?? {};
    const absence = { from: at(now - 60), until: at(now + 86_400), delegateId: `${AGENCY}-claire-moreau` };
    await publish({ users: [{ ...user, role: 1, absence }] });
    expect(await mine()).toEqual([ticket.number]);
  });

  it('notes of site visits become "?" of no manager, once', async () => {
    const note = { externalId: 'vti-0001', module: 'SYNDIC', subject: 'Boîte aux lettres cassée' };
    const notes = [{ ...note, text: 'Hall B', place: { buildingId: (await building(5)).id } }];
    expect(await claire.post('/api/visit-notes', { notes })).toEqual({ imported: 1 });
    expect(await claire.post('/api/visit-notes', { notes })).toEqual({ imported: 0 });
    const { tickets } = await claire.get<Rows>('/api/tickets?module=SYNDIC&sources=VTI');
    expect(tickets).toMatchObject([{ type: 'PRE_TICKET', status: 'PENDING_VALIDATION', managerId: '' }]);
  });

  it('tickets change hands together, each by itself', async () => {
    const [first, second] = [await open(4), await open(5)];
    const managerId = `${AGENCY}-ines-benali`;
    const answer = await claire.post('/api/tickets/manager-changes', {
      ticketIds: [first.id, second.id, 'nowhere'],
      managerId,
    });
    expect(answer).toMatchObject({
      changed: 2,
      refused: [{ ticketId: 'nowhere', code: 'TICKET_NOT_FOUND' }],
    });
    expect((await claire.get<Ticket>(`/api/tickets/${second.id}`)).manager?.id).toBe(managerId);
  });

  it('settings changed by two administrators at once are refused to the second', async () => {
    const { defaultAttachments: _, ...settings } =
      await nathalie.get<Record<string, unknown>>('/api/settings/gerance');
    const change = (listSize: number) =>
      nathalie.send('PUT', '/api/settings/gerance', { ...settings, listSize });
    expect((await change(25)).status).toBe(200);
    const second = await change(30);
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({ code: 'VERSION_CONFLICT' });
    const { tickets, nextCursor } = await claire.get<Rows>('/api/tickets?module=GERANCE&show=closed');
    expect(tickets).toHaveLength(25);
    expect(nextCursor).not.toBe('');
  });

  it('a fact that a service gave up on is listed for administrators, and delivered to it again', async () => {
    const type = WorkOrderRequestedSchema.typeName;
    const envelope = headers();
    for (const [name, value] of Object.entries({
      Id: 'unreadable',
      Type: type,
      Agency: AGENCY,
      Aggregate: 't',
    }))
      envelope.set(`Intervia-${name}`, value);
    envelope.set('Intervia-Occurred-At', clock.now().toISOString());
    connection.publish(`evt.${type}.${AGENCY}`, new Uint8Array([255]), { headers: envelope });
    const buried = async (after = 0) => {
      const { letters } = await nathalie.get<{ letters: { sequence: string; eventId: string }[] }>(
        '/api/dead-letters',
      );
      return letters.find(({ eventId, sequence }) => eventId === 'unreadable' && Number(sequence) > after);
    };
    const { sequence } = await eventually(() => buried());
    expect((await claire.fetch('/api/dead-letters')).status).toBe(403);
    expect((await nathalie.send('POST', `/api/dead-letters/${sequence}/replay`, {})).status).toBe(204);
    // It is as unreadable as before: having come back, it is buried again.
    await eventually(() => buried(Number(sequence)));
  });

  it('the whole list is exported, line by line what the list shows', async () => {
    const filter = 'module=GERANCE&show=closed&types=WORK_ORDER&search=fuite';
    const listed: number[] = [];
    for (let cursor = ''; ;) {
      const page = await claire.get<Rows>(`/api/tickets?${filter}&limit=200&cursor=${cursor}`);
      listed.push(...page.tickets.map(({ number }) => number));
      cursor = encodeURIComponent(page.nextCursor);
      if (!cursor) break;
    }
    expect(listed.length).toBeGreaterThan(10);
    const txt = await (await claire.fetch(`/api/tickets/export.txt?${filter}`)).text();
    const lines = txt.trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => Number(line.split('\t')[0]?.replaceAll('"', '')))).toEqual(listed);
    const csv = new Uint8Array(
      await (await claire.fetch(`/api/tickets/export.csv?module=SYNDIC&show=all`)).arrayBuffer(),
    );
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
