import { Role } from '@intervia/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ProblemBody } from './http/problem.js';
import type { Schema } from './testing/routes/documented.js';
import { bodyOfRoute, Documented } from './testing/routes/documented.js';
import { ALL } from './testing/fakes/fake-state.js';
import { KEY } from './testing/fakes/fake-api-keys.js';
import type { House } from './testing/house.js';
import { as, asClient, CLIENT, openHouse } from './testing/house.js';
import { callOf, ROUTES } from './testing/routes/routes.js';

// Real servers on a machine that may be busy.
jest.setTimeout(300_000);

const FRENCH = /^[A-ZÉÀ«{0-9].*[.!]$/u;

/** What no field of this shape takes. */
function wrongValues({
  type,
  format,
  enum: names,
  maxLength,
  minimum,
  maximum,
  maxItems,
}: Schema): unknown[] {
  const long = [
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]),
    ...(maxItems === undefined ? [] : [Array.from({ length: maxItems + 1 }, () => 'x')]),
  ];
  switch (type ?? 'object') {
    case 'string':
      if (names) return ['NOWHERE', 'constructor', 3, {}];
      if (format === 'date-time') return INSTANTS;
      return [42, true, {}, ['x'], ...long];
    case 'integer':
      return ['1', 1.5, true, {}, 1e300, (minimum ?? 0) - 1, (maximum ?? 0) + 1];
    case 'boolean':
      return ['true', 1, {}];
    case 'array':
      return ['x', 3, { 0: 'x' }, ...long];
    default:
      return ['x', 3, []];
  }
}

const INSTANTS = [
  '2004-02-31T10:00:00Z',
  '2004-11-24T10:00:00',
  '2004-11-24',
  '2004-11-24T25:00:00Z',
  '2004-11-24T10:00:60Z',
  '2004-11-24T10:00:00+99:00',
  'demain',
  1_795_595_400,
  {},
];

/** Well formed, and deeper than a walk through it would bear. */
const DEEP = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;

/** Bodies that are no object, or none that anybody means. */
const NO_OBJECTS = ['null', '[]', '"x"', '3', '[[[]]]', '{', 'x=1', `${'['.repeat(5_000)}`, DEEP];

/** Whoever the route is for. */
function callerOf(route: string): Record<string, string> {
  const open = ROUTES[route]?.open;
  if (open === 'programs') return { authorization: `Bearer ${KEY}` };
  return open === 'clients' ? asClient(CLIENT) : as('boss');
}

describe('what an API is sent by mistake or by malice', () => {
  let house: House;
  let documented: Documented;

  beforeAll(async () => {
    house = await openHouse({ TRUST_PROXY: 'true' });
    house.state.aSession('boss', 'a', { role: Role.ADMINISTRATOR, syndic: ALL, gerance: ALL });
    house.state.aTicket({ id: 'ticket-a', agencyId: 'a', missions: [{ id: 'mission-a' }] });
    documented = new Documented(await (await fetch(`${house.url}/docs-json`)).json());
  });

  afterAll(async () => {
    await house.close();
  });

  let sent = 0;

  const send = async (route: string, body: string | undefined, query = '') => {
    const { method, address } = callOf(route, 'document-a');
    const answer = await fetch(`${house.url}${query ? `${address.split('?')[0]}?${query}` : address}`, {
      method,
      headers: {
        ...callerOf(route),
        'idempotency-key': randomUUID(),
        // Requests of clients are counted per address; here it is shapes that are tried.
        'x-forwarded-for': `2001:db8::${(++sent).toString(16)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body,
    });
    const text = await answer.text();
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', text };
  };

  /** A problem that names the field in French. */
  const expectFault = (about: object, answer: Awaited<ReturnType<typeof send>>, field: string): void => {
    const { status, type, text } = answer;
    expect({ ...about, status, type }).toEqual({
      ...about,
      status: 400,
      type: expect.stringMatching(/problem\+json/),
    });
    const { detail, fields = [] } = JSON.parse(text) as ProblemBody;
    expect(detail).toMatch(FRENCH);
    const told = fields.find((fault) => fault.field === field || fault.field.startsWith(`${field}.`));
    expect({ ...about, field, detail: told?.detail }).toEqual({
      ...about,
      field,
      detail: expect.stringMatching(FRENCH),
    });
  };

  it('a wrong value in any field of any body is told with its field, in French', async () => {
    let tried = 0;
    for (const route of Object.keys(ROUTES)) {
      for (const { path, schema } of documented.fieldsOf(route)) {
        for (const value of wrongValues(schema)) {
          const body = JSON.stringify(bodyOfRoute(route, path, value));
          expectFault({ route, value }, await send(route, body), path);
          tried += 1;
        }
      }
    }
    expect(tried).toBeGreaterThan(800);
  });

  it('a wrong value in any query is told with its field, in French', async () => {
    for (const [route, { body }] of Object.entries(ROUTES)) {
      // Nothing else is wrong with the request.
      const sound = body && JSON.stringify(body);
      for (const { name, schema } of documented.queryOf(route)) {
        const wrong = ['boolean', 'integer'].includes(schema.type ?? '') ? 'beaucoup' : 'x\u0000'.repeat(300);
        const value = schema.enum || schema.items?.enum ? 'NOWHERE' : wrong;
        const query = new URLSearchParams({ [name]: value }).toString();
        expectFault({ route, query: name }, await send(route, sound, query), name);
      }
    }
  });

  it('a field that is not declared is refused, and so is the prototype', async () => {
    for (const route of Object.keys(ROUTES).filter((one) => documented.fieldsOf(one).length > 0)) {
      for (const name of ['statut', 'agencyId']) {
        const { status } = await send(route, JSON.stringify(bodyOfRoute(route, name, 'x')));
        expect({ route, name, status }).toEqual({ route, name, status: 400 });
      }
      const polluted = await send(route, '{"__proto__":{"x":1}}');
      expect({ route, status: polluted.status }).toEqual({ route, status: 400 });
    }
  });

  it('what is no object at all is a problem, and never an error of ours', async () => {
    for (const route of Object.keys(ROUTES).filter((one) => documented.takesBody(one))) {
      for (const body of NO_OBJECTS) {
        const { status, type } = await send(route, body);
        const told = { route, body: body.slice(0, 10), refused: status >= 400 && status < 500, type };
        expect(told).toEqual({ ...told, refused: true, type: expect.stringMatching(/problem\+json/) });
      }
    }
  });

  it.each(['\\u0000', '\\ud800', 'x\\udfffy'])('a text with %s is told with its field', async (unsound) => {
    for (const route of ['POST /api/tickets', 'POST /api/requests', 'PUT /api/settings/{module}']) {
      const body = JSON.stringify({ subject: 'SUBJECT' }).replace('SUBJECT', unsound);
      expectFault({ route, unsound }, await send(route, body), 'subject');
    }
  });

  it('a multipart without an end', async () => {
    for (const route of ['POST /api/uploads', 'POST /api/client/uploads']) {
      const { method, address } = callOf(route, 'document-a');
      const part = 'content-disposition: form-data; name="files"; filename="a.pdf"';
      const answer = await fetch(`${house.url}${address}`, {
        method,
        headers: {
          ...callerOf(route),
          'content-type': 'multipart/form-data; boundary=x',
          'x-forwarded-for': `2001:db8::${(++sent).toString(16)}`,
        },
        body: `--x\r\n${part}\r\n\r\n%PDF-1.7`,
      });
      await answer.text();
      expect({ route, status: answer.status }).toEqual({ route, status: 400 });
    }
  });

  it('an address that is no address, whatever is in it', async () => {
    const ids = [
      '%00',
      '%F0%9F%92%A5',
      'x'.repeat(90),
      '..%2F..%2Fetc',
      '%7B%22$gt%22:1%7D',
      '%E0%A4%A',
      "'--",
    ];
    for (const route of Object.keys(ROUTES).filter((one) =>
      /\{(id|missionId|documentId|reviewId|sequence)\}/.test(one),
    )) {
      if (ROUTES[route]?.open === 'everybody') continue;
      const { method, body } = callOf(route, 'document-a');
      for (const id of ids) {
        const path = (route.split(' ')[1] ?? '').replace('{module}', 'syndic').replaceAll(/\{\w+\}/g, id);
        const answer = await fetch(`${house.url}${path}`, {
          method,
          headers: {
            ...callerOf(route),
            'idempotency-key': randomUUID(),
            'content-type': 'application/json',
          },
          ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
        });
        const type = answer.headers.get('content-type');
        const told = { route, id, status: answer.status, type };
        expect(told).toEqual({
          ...told,
          status: answer.status === 400 ? 400 : 404,
          type: expect.stringMatching(/problem\+json/),
        });
      }
    }
  });
});
