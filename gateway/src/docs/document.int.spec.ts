import { ActionSchema } from '@intervia/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SENTENCES } from '../fr.js';
import { IDEMPOTENCY_HEADER } from '../http/idempotency.js';
import { enumNames } from '../mapping/enums.js';
import type { House } from '../testing/house.js';
import { openHouse } from '../testing/house.js';
import { ROUTES } from '../testing/routes/routes.js';

interface Operation {
  summary?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string; required?: boolean }[];
  responses: Record<string, { description: string; content?: Record<string, { schema: Shape }> }>;
  'x-action'?: string;
  'x-right'?: string;
  'x-audience'?: string;
}

interface Shape {
  allOf?: { properties?: { code?: { enum: string[] } } }[];
}

/** Changes that take no Idempotency-Key: to ask for them twice is as good as once, or the second is refused. */
const SAFE_TO_REPEAT = [
  // One that goes on is the same.
  'POST /api/figures/rebuild',
  'POST /api/session',
  'POST /api/session/link',
  'DELETE /api/session',
  'POST /api/client/session',
  'DELETE /api/client/session',
  // A step is taken once, a code and a link are good once, a secret of an application replaces the one before.
  ...['/api/session', '/api/client/session'].flatMap((base) => [
    `POST ${base}/passkey`,
    `POST ${base}/second-step`,
  ]),
  ...['/api/account', '/api/client/account'].flatMap((base) => [
    `DELETE ${base}/passkeys`,
    `DELETE ${base}/sessions`,
    `DELETE ${base}/sessions/{sessionId}`,
    `DELETE ${base}/totp`,
    `POST ${base}/confirmation`,
    `POST ${base}/confirmation/passkey`,
    `POST ${base}/passkeys`,
    `POST ${base}/passkeys/options`,
    `POST ${base}/password-reset`,
    `POST ${base}/recovery-codes`,
    `POST ${base}/totp`,
    `PUT ${base}/password`,
    `PUT ${base}/password-reset`,
    `PUT ${base}/totp`,
  ]),
  // Until a day, whatever was before.
  'PUT /api/tickets/asides',
  'DELETE /api/tickets/asides',
  // A view is kept, and removed, by its name.
  'PUT /api/tickets/views',
  'DELETE /api/tickets/views',
  // A mail that says it is a test.
  'POST /api/channels/test',
  'PUT /api/security',
  'PUT /api/security/access',
  // Nobody has the secret of a key whose answer was lost; a second rotation is refused.
  'POST /api/security/keys',
  'POST /api/security/keys/{keyId}/rotation',
  'DELETE /api/security/keys/{keyId}',
  // Nobody has the secret of a webhook whose answer was lost; paused is paused, and a delivery keeps its id.
  'POST /api/security/webhooks',
  'PUT /api/security/webhooks/{webhookId}/pause',
  'DELETE /api/security/webhooks/{webhookId}',
  'POST /api/security/webhooks/{webhookId}/deliveries/{deliveryId}/replay',
  // Questions whose answer is not for an address.
  'POST /api/privacy/held',
  'POST /api/privacy/export',
  'POST /api/privacy/retention/preview',
  'DELETE /api/security/second-factors/{userId}',
  // Ended is ended.
  'POST /api/security/client-sessions/end',
  'DELETE /api/security/sessions/{userId}',
  'DELETE /api/security/sessions',
  // Being there twice is being there.
  'POST /api/property/drafts/{id}/presence',
  'POST /api/property/first-call',
  'DELETE /api/property/drafts/{id}/presence',
  // A file that nothing names yet.
  'POST /api/uploads',
  'POST /api/client/uploads',
  // Nothing is kept nor sent.
  'POST /api/templates/{code}/preview',
  'POST /api/tickets/simulation',
  // The version that was read, or the state, refuses the second.
  'PUT /api/templates/{code}',
  'DELETE /api/templates/{code}',
  'PUT /api/channels',
  'POST /api/reviews/{reviewId}/assignment',
  'POST /api/reviews/{reviewId}/dismissal',
  'PUT /api/session/digest',
  'POST /api/tickets/{id}/read',
  // Each note has an id of its own.
  'POST /api/visit-notes',
  // Events are handled once.
  'POST /api/dead-letters/{sequence}/replay',
];

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('the document at /docs-json', () => {
  let house: House;
  let operations: ReadonlyMap<string, Operation>;

  beforeAll(async () => {
    house = await openHouse();
    const { paths } = (await (await fetch(`${house.url}/docs-json`)).json()) as {
      paths: Record<string, Record<string, Operation>>;
    };
    operations = new Map(
      Object.entries(paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation]),
      ),
    );
  });

  afterAll(async () => {
    await house.close();
  });

  it('names the one route of every action that a ticket may offer', () => {
    const named = [...operations.values()].flatMap(({ 'x-action': action }) => action ?? []);
    expect(named.toSorted()).toEqual(enumNames(ActionSchema).toSorted());
  });

  it('says of every action the right that its route asks for', () => {
    for (const [route, { 'x-right': right }] of operations)
      if (right) expect({ route, open: ROUTES[route]?.open }).toEqual({ route, open: [right] });
  });

  it('says of every route who may call it, and with which cookie', () => {
    const cookies: Record<string, string> = { clients: 'client', staff: 'session', programs: 'key' };
    for (const [route, { security = [], 'x-audience': audience = 'staff' }] of operations) {
      const open = ROUTES[route]?.open ?? 'nobody';
      const known = typeof open === 'string' && open !== 'administrators' ? open : 'staff';
      expect({ route, audience }).toEqual({ route, audience: known });
      const wanted = Object.keys(security[0] ?? {});
      const csrf = route.startsWith('GET ') || audience === 'programs' ? [] : ['csrf'];
      const cookie = cookies[audience];
      expect({ route, wanted }).toEqual({ route, wanted: cookie ? [cookie, ...csrf] : [] });
    }
  });

  it('wants an Idempotency-Key wherever a repetition would do harm', () => {
    const changes = [...operations].filter(([route]) => /^(?!GET ).* \/api\//.test(route));
    const keyless = changes.filter(
      ([, { parameters = [] }]) =>
        !parameters.some(({ name, required }) => name === IDEMPOTENCY_HEADER && required),
    );
    expect(keyless.map(([route]) => route).toSorted()).toEqual(SAFE_TO_REPEAT.toSorted());
  });

  it('describes of every route what it does, what it answers and which problems it has, all of them in French', () => {
    for (const [route, { summary, tags, responses }] of operations) {
      if (!route.includes(' /api/')) continue;
      const { '4XX': problem, '5XX': failure, ...answers } = responses;
      const schema = problem?.content?.['application/problem+json']?.schema;
      const codes = schema?.allOf?.[1]?.properties?.code?.enum ?? [];
      const [success] = Object.keys(answers);
      expect(failure?.content).toHaveProperty('application/problem+json');
      expect({
        route,
        summary: Boolean(summary),
        tags: tags?.length,
        success,
        codes: codes.length > 0,
      }).toEqual({
        route,
        summary: true,
        tags: 1,
        success: expect.stringMatching(/^20[014]$/),
        codes: true,
      });
      for (const code of codes)
        expect({ route, code, said: SENTENCES[code] }).toEqual({ route, code, said: expect.any(String) });
    }
  });
});
