import { AppError } from '@intervia/messaging';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { InvalidRequest } from './problem.js';

/** Deeper than any form of ours, and far from what a walk through it could not bear. */
const DEEPEST = 20;

class Malformed extends AppError.of('MALFORMED_JSON', 'invalid') {}

/**
 * What no database and no program beside us takes as a text: NUL, and halves of a character (lone surrogates). Here once,
 * for bodies and queries of every route; fields of multipart forms ask `isSoundText` themselves.
 */
export function refuseUnsoundInput(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', async (request) => {
    // Of lines: whoever reads them looks at each.
    if (request.body instanceof Readable) return assertSound(request.query);
    if (isJson(request) && request.body === null) throw new Malformed();
    assertSound(request.body);
    assertSound(request.query);
  });
}

export function isSoundText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** Path of a text that cannot be kept, or of what lies too deep; undefined when all is sound. */
export function unsoundField(body: unknown): string | undefined {
  try {
    assertSound(body);
    return undefined;
  } catch (error) {
    return error instanceof InvalidRequest ? error.fields?.[0]?.field : 'body';
  }
}

interface Part {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}

/** Without recursion: a body may be as deep as it is long. @throws MALFORMED_JSON, INVALID_REQUEST */
function assertSound(body: unknown): void {
  const waiting: Part[] = [{ value: body, path: '', depth: 0 }];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const { value, path, depth } = part;
    if (depth > DEEPEST) throw new Malformed();
    if (typeof value === 'string' && !isSoundText(value)) throw new InvalidRequest([fault(path)]);
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    for (const [name, below] of Object.entries(value)) {
      if (!isSoundText(name)) throw new InvalidRequest([fault(path)]);
      waiting.push({ value: below, path: path ? `${path}.${name}` : name, depth: depth + 1 });
    }
  }
}

const fault = (field: string) => ({ field: field || 'body', code: 'INVALID_CHARACTER' });

function isJson({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.includes('json') ?? false;
}
