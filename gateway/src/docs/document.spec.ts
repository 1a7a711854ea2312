import { validate } from '@apidevtools/swagger-parser';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { emitDocument } from './emit.js';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
}

/** What an operation does; the first word of its id. */
const VERBS = [
  'publish',
  ...['put', 'take'],
  'rebuild',
  ...['confirm', 'enable', 'end', 'finish', 'remove', 'renew', 'start'],
  ...['accept', 'acknowledge', 'add', 'answer', 'ask', 'assign', 'cancel', 'change', 'close', 'contact'],
  ...[
    ...['check', 'count', 'erase', 'resend', 'revoke', 'summarise'],
    'decline',
    'delete',
    'dismiss',
    'download',
    'drop',
    'enter',
    'export',
    'get',
    'import',
    'inform',
    'list',
    'make',
  ],
  ...[
    'mark',
    'open',
    'post',
    'postpone',
    'preview',
    'promise',
    'propose',
    'record',
    'refuse',
    'regenerate',
    'reopen',
  ],
  ...[
    'replay',
    'report',
    'request',
    'reset',
    'save',
    'select',
    'send',
    'show',
    'sign',
    'simulate',
    'step',
    'stream',
    'suggest',
  ],
  ...['submit', 'test', 'update', 'upload', 'validate'],
];

describe('the document', () => {
  let document: OpenAPIObject;
  let operations: readonly (readonly [route: string, operation: Operation])[];

  beforeAll(async () => {
    document = await emitDocument('https://intervia.example');
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, Operation>).map(
        ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
      ),
    );
  });

  it('is OpenAPI, with every reference resolved', async () => {
    // It resolves in place.
    await expect(validate(structuredClone(document) as never)).resolves.toMatchObject({ openapi: '3.1.0' });
  });

  it('says where it is served', () => {
    expect(document.servers).toEqual([{ url: 'https://intervia.example' }]);
  });

  it('gives every operation an id of its own, verb first', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(ids.length).toBeGreaterThan(90);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !VERBS.includes(/^[a-z]+/.exec(id)?.[0] ?? ''))).toEqual([]);
  });

  it('says of every operation what it is called in a list, and one sentence more', () => {
    for (const [route, { summary, description }] of operations) {
      expect({ route, summary }).toEqual({ route, summary: expect.stringMatching(/^[A-Z][^.,;:]{3,45}$/) });
      expect({ route, description }).toEqual({ route, description: expect.stringMatching(/^[A-Z].*\.$/s) });
    }
  });

  it('describes what stands inside of a request: place, contractors, timers', () => {
    const draft = document.components?.schemas?.TicketDraftDto;
    expect(draft).toMatchObject({
      properties: {
        module: { $ref: '#/components/schemas/Module' },
        place: { $ref: '#/components/schemas/TicketPlaceDto' },
        contractors: { items: { $ref: '#/components/schemas/PersonDto' } },
        timers: { $ref: '#/components/schemas/TimerSettingsDto' },
      },
    });
  });
});
