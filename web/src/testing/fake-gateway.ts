import type { ProblemBody } from '../api/http/problem.js';

/** What the page sent. */
export interface SentRequest {
  method: string;
  /** Without its query. */
  path: string;
  key: string | undefined;
  body: unknown;
}

type Answer = { status?: number; body?: unknown } | 'unreachable';

/** Stands in for the gateway behind `fetch`: answers what a test laid down, and remembers what changes something. */
export class FakeGateway {
  readonly changes: SentRequest[] = [];
  readonly #answers = new Map<string, Answer[]>();

  /** Laid down once, an answer holds; several are given one after the other, the last for good. */
  on(request: string, ...answers: Answer[]): this {
    this.#answers.set(request, answers);
    return this;
  }

  get(path: string, body: unknown): this {
    return this.on(`GET ${path}`, { body });
  }

  readonly fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const method = init.method ?? 'GET';
    const path = url.split('?')[0] ?? '';
    if (method !== 'GET') this.changes.push(sent(method, path, init));
    const answers = this.#answers.get(`${method} ${path}`);
    const answer = (answers && answers.length > 1 ? answers.shift() : answers?.[0]) ?? { status: 404 };
    if (answer === 'unreachable') throw new TypeError('Failed to fetch');
    const { status = 200, body } = answer;
    const text = body === undefined ? '' : JSON.stringify(body);
    return { ok: status < 300, status, text: async () => text } as Response;
  };
}

function sent(method: string, path: string, { headers, body }: RequestInit): SentRequest {
  return {
    method,
    path,
    key: new Map(Object.entries(headers ?? {})).get('Idempotency-Key') as string | undefined,
    body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
  };
}

/** RFC 9457, as the gateway refuses. */
export const refusal = (status: number, body: ProblemBody): Answer => ({ status, body });
