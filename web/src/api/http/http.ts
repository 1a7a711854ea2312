import { NetworkError, isSessionGone, toProblem } from './problem.js';
import type { ProblemError } from './problem.js';

export type Query = Record<string, string | number | boolean | undefined>;

export type ChangeMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface ChangeOptions {
  key?: string;
  keepalive?: boolean;
  signal?: AbortSignal;
}

export function withQuery(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  return params.size > 0 ? `${path}?${params}` : path;
}

/** The one door to the gateway: CSRF header on what changes something, problem+json as ProblemError. */
export class Http {
  private csrfToken = '';
  private askAgain?: () => Promise<boolean>;
  private signInAgain?: () => Promise<boolean>;

  /** @param sessionPath where one signs in: a refusal there is about what was typed */
  constructor(private readonly sessionPath: string) {}

  useCsrfToken(token: string): void {
    this.csrfToken = token;
  }

  /** Asks whoever is there for a proof; true when the server took it. What was refused for want of it is then sent again. */
  useConfirmation(ask: (() => Promise<boolean>) | undefined): void {
    this.askAgain = ask;
  }

  /** Asks who was signed in to sign in again; true when it is the same person. What was refused is then sent again. */
  useReturn(signInAgain: (() => Promise<boolean>) | undefined): void {
    this.signInAgain = signInAgain;
  }

  csrfHeaders(): Record<string, string> {
    return this.csrfToken ? { 'X-Intervia-CSRF': this.csrfToken } : {};
  }

  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
    return this.send<T>(withQuery(path, query), { signal });
  }

  /** `key` makes a repeated command count once; `keepalive` lets it outlive the page. */
  change<T>(
    method: ChangeMethod,
    path: string,
    body?: unknown,
    { key, keepalive, signal }: ChangeOptions = {},
  ): Promise<T> {
    return this.send<T>(path, {
      method,
      keepalive,
      signal,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key ? { 'Idempotency-Key': key } : {}),
      },
    });
  }

  post<T>(path: string, body: unknown, key?: string, signal?: AbortSignal): Promise<T> {
    return this.change<T>('POST', path, body, { key, signal });
  }

  /** Of an answer that is a file. */
  async postForFile(path: string, body: unknown): Promise<Blob> {
    const response = await this.ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
    return response.blob();
  }

  private async send<T>(path: string, init: RequestInit): Promise<T> {
    const response = await this.ask(path, init);
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** Whether what was refused at that path may be sent again: there is a proof now, or the session is back. */
  async mends(problem: ProblemError, path: string): Promise<boolean> {
    const { code } = problem;
    if (code === 'CONFIRMATION_REQUIRED') return (await this.askAgain?.()) ?? false;
    // Somebody who signed in again in another tab has another token.
    const isGone = isSessionGone(problem) || code === 'CSRF_TOKEN_INVALID';
    if (!isGone || path.startsWith(this.sessionPath)) return false;
    return (await this.signInAgain?.()) ?? false;
  }

  private async ask(path: string, init: RequestInit, isRepeated = false): Promise<Response> {
    const headers = { ...init.headers, ...(init.method ? this.csrfHeaders() : {}) };
    const request = { credentials: 'same-origin' as const, ...init, headers };
    const response = await fetch(path, request).catch((cause: unknown) => {
      if (init.signal?.aborted) throw cause;
      throw new NetworkError('', { cause });
    });
    if (response.ok) return response;
    const problem = toProblem(response.status, await response.text());
    if (!isRepeated && (await this.mends(problem, path))) return this.ask(path, init, true);
    throw problem;
  }
}

/** The staff's; clients have their own (`client/api/`), so that no token of one side is sent for the other. */
export const http = new Http('/api/session');
