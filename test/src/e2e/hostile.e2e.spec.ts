import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { actionRoutes, addressOf } from '../lives/action-routes.js';
import { Desk } from '../lives/desk.js';
import type { Ticket } from '../lives/desk.js';
import { aDraft, aPerson, findScene } from '../lives/people.js';
import type { Scene } from '../lives/people.js';
import { ApiClient, FOREIGN_LOGIN } from '../platform/api-client.js';
import { OwnPlatform } from '../platform/platform.js';

const MINUTES = 60_000;

interface Full extends Ticket {
  subject: string;
  description: string;
  version: number;
  notes: { html: string }[];
  place: { buildingId: string };
}

let platform: OwnPlatform;
let desk: Desk;
let scene: Scene;

beforeAll(async () => {
  platform = await OwnPlatform.start();
  desk = await Desk.at(platform);
  scene = await findScene(desk, 'SYNDIC');
}, 5 * MINUTES);

afterAll(async () => {
  await desk?.close();
  await platform?.stop();
}, MINUTES);

const PLUMBER = aPerson('Plombier', 'plombier@entreprises.example');
const open = (more: object = {}): Promise<Full> =>
  desk.open(aDraft('SYNDIC', scene, [PLUMBER], more)) as Promise<Full>;
const read = (ticket: Ticket): Promise<Full> => desk.read(ticket.id) as Promise<Full>;
const answerOf = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as { code: string; detail: string }),
  mediaType: response.headers.get('content-type') ?? '',
});

const sendAs = (key: string, path: string, body: object, method = 'POST'): Promise<Response> =>
  fetch(`${platform.run.gateway}${path}`, {
    method,
    headers: { ...desk.api.headers('command'), 'idempotency-key': key, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('somebody else on this machine', () => {
  it('finds the database, and reads nothing in it without the password', async () => {
    // A server of somebody else's has the users that it was given.
    if (!existsSync(join(platform.dataDir, 'mongo'))) return;
    const address = new URL(platform.run.mongo);
    address.username = '';
    address.password = '';
    const stranger = new MongoClient(address.href);
    const listed = stranger.db('admin').command({ listDatabases: 1 });
    await expect(listed).rejects.toMatchObject({ code: 13 });
    await stranger.close();
    const insider = new MongoClient(platform.run.mongo);
    const { databases } = await insider.db('admin').admin().listDatabases();
    await insider.close();
    expect(databases.map(({ name }) => name)).toContain('intervia_tickets');
  });
});

describe('two people acting at the same moment', () => {
  it('one of two different answers is taken, the other is refused in French, and both are in the history', async () => {
    const ticket = await open();
    const path = (step: string) => `/api/tickets/${ticket.id}/missions/${ticket.missions[0]?.id}/${step}`;
    // An acceptance may be followed by a refusal: only two refusals exclude each other in either order.
    const answers = await Promise.all(
      ['Trop loin.', 'Plus personne avant lundi.'].map((reason) =>
        desk.api.fetch(path('refusal'), { reason }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused && (await answerOf(refused))).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      detail: 'Cette action n’est pas possible à cette étape du ticket.',
      mediaType: expect.stringContaining('problem+json'),
    });
    const facts = (await read(ticket)).history.map(({ fact }) => fact);
    expect(facts.filter((fact) => fact === 'WorkOrderRefused')).toHaveLength(1);
    expect(facts).toContain('ActionRefused');
  });

  it('what each of twenty adds is kept: who was overtaken is told, and sends the same again', async () => {
    const ticket = await open();
    const path = `/api/tickets/${ticket.id}`;
    const add = async (method: 'POST' | 'PATCH', address: string, body: object): Promise<void> => {
      const key = randomUUID();
      for (let answer = await sendAs(key, address, body, method); !answer.ok;) {
        expect(await answerOf(answer)).toMatchObject({
          status: 409,
          code: 'VERSION_CONFLICT',
          detail: expect.stringContaining('modifiées par quelqu’un d’autre'),
        });
        answer = await sendAs(key, address, body, method);
      }
    };
    const changes = [{ urgent: true }, { subject: 'Fuite au 3e' }, { silent: true }];
    const notes = Array.from({ length: 17 }, (_, i) => ({ html: `<p>Note ${i}</p>` }));
    await Promise.all([
      ...changes.map((change) => add('PATCH', path, change)),
      ...notes.map((note) => add('POST', `${path}/notes`, note)),
    ]);
    const after = await read(ticket);
    expect(after).toMatchObject({ urgent: true, subject: 'Fuite au 3e', silent: true });
    expect(after.notes.map(({ html }) => html).toSorted()).toEqual(notes.map(({ html }) => html).toSorted());
  });
});

describe('an Idempotency-Key', () => {
  it('opens one ticket, however often and however fast it is sent', async () => {
    const key = randomUUID();
    const draft = aDraft('SYNDIC', scene, [PLUMBER]);
    const answers = await Promise.all([1, 2, 3, 4].map(() => sendAs(key, '/api/tickets', draft)));
    const tickets = await Promise.all(answers.map((answer) => answer.json() as Promise<Full>));
    expect(new Set(tickets.map(({ id }) => id)).size).toBe(1);
    const other = await answerOf(await sendAs(key, '/api/tickets', { ...draft, subject: 'Une autre fuite' }));
    expect(other).toMatchObject({ status: 409, code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(other.detail).toContain('nouvelle clé');
  });

  it('of one step is not silently taken for another step of the same ticket', async () => {
    const ticket = await open();
    const key = randomUUID();
    const path = `/api/tickets/${ticket.id}`;
    const note = { html: '<p>Une fois</p>' };
    expect((await sendAs(key, `${path}/notes`, note)).status).toBe(200);
    expect((await sendAs(key, `${path}/notes`, note)).status).toBe(200);
    expect(await answerOf(await sendAs(key, `${path}/notes`, { html: '<p>Autre</p>' }))).toMatchObject({
      status: 409,
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await answerOf(await sendAs(key, `${path}/closing`, {}))).toMatchObject({ status: 409 });
    const after = await read(ticket);
    expect(after.notes).toHaveLength(1);
    expect(after.status).toBe('WORK_ORDER_SENT');
  });
});

describe('what people and programs write', () => {
  it.each([
    ['emoji and accents', 'Fuite 💧 à l’étage – « urgent » œ 漢字 \u202Eabc'],
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['a formula', '=HYPERLINK("http://x";"y")'],
    ['braces of templates', '{{ticket.number}} {% raw %} ${7*7}'],
  ])('%s is kept as it was written', async (_, text) => {
    const { id } = await open({ subject: text, description: text });
    expect(await desk.read(id)).toMatchObject({ subject: text, description: text });
  });

  it('what no text has is refused or cleaned, and never breaks anything', async () => {
    for (const text of ['a\u0000b', 'a\ud800b', 'a\r\nBcc: x@y.example', '\u0000', '   ']) {
      const draft = aDraft('SYNDIC', scene, [PLUMBER], { subject: text, description: text });
      const answer = await desk.api.fetch('/api/tickets', draft);
      expect({ text, status: answer.status }).toEqual({
        text,
        status: answer.status === 201 ? 201 : 400,
      });
      if (!answer.ok) expect((await answerOf(answer)).mediaType).toContain('problem+json');
    }
  });

  it('an internal note keeps its bold and loses its script', async () => {
    const ticket = await open();
    const html =
      '<p><strong>Gras</strong><script>x()</script><a href="javascript:x()" onclick="x()">ici</a></p>';
    const { notes } = (await desk.act(ticket, 'notes', { html })) as Full;
    expect(notes[0]?.html).toContain('<strong>Gras</strong>');
    expect(notes[0]?.html).not.toMatch(/script|onclick/);
  });

  it('each limit that /docs promises is the real one', async () => {
    const longest = { subject: 'x'.repeat(200), description: 'y'.repeat(10_000) };
    const ticket = await open(longest);
    expect(await read(ticket)).toMatchObject(longest);
    const note = await desk.api.fetch(`/api/tickets/${ticket.id}/notes`, { html: 'z'.repeat(50_000) });
    expect(note.status).toBe(200);
    const reason = 'r'.repeat(2_000);
    expect(await desk.act(ticket, 'closing', { comment: reason })).toMatchObject({ status: 'CLOSED' });
  });
});

/** On the real services: in the gateway's own test they are doubles. */
it('another agency finds no ticket at the route of any action, and leaves no trace in it', async () => {
  const ticket = await open();
  const paul = await ApiClient.signIn(platform.run.gateway, FOREIGN_LOGIN);
  const bodies: Record<string, object> = {
    ACCEPT_WORK_ORDER: { appointment: { start: desk.now().toISOString(), durationMinutes: 60 } },
    PROPOSE_APPOINTMENT: { appointment: { start: desk.now().toISOString(), durationMinutes: 60 } },
    ANSWER_PRESENCE: { answer: 'CONFIRMED' },
    SUBMIT_QUOTE: { quoteIds: [], amountCents: 1 },
    ANSWER_APPROVAL: { approved: true },
    CONTACT_ANOTHER: { contractor: PLUMBER },
    INFORM_THIRD_PARTY: { persons: [PLUMBER] },
    ADD_NOTE: { html: 'x' },
    REQUEST_NEW_INVOICE: { comment: 'x' },
  };
  for (const route of await actionRoutes(paul)) {
    // What Paul may not do anywhere is refused before; what names a document has a test of its own.
    if (['REOPEN', 'DELETE', 'SUBMIT_INVOICE', 'VALIDATE_PRE_TICKET'].includes(route.action)) continue;
    const address = addressOf(route, ticket.id, ticket.missions[0]?.id ?? '');
    const answer = await answerOf(await paul.send(route.method, address, bodies[route.action] ?? {}));
    expect({ route, code: answer.code }).toEqual({ route, code: 'TICKET_NOT_FOUND' });
  }
  expect((await read(ticket)).version).toBe(ticket.version);
});
