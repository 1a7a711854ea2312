import { randomUUID } from 'node:crypto';

export const DEMO_LOGIN = { mail: 'claire.moreau@tilleuls.example', password: 'demo-intervia' };
export const FOREIGN_LOGIN = { mail: 'paul.girard@bellecour.example', password: 'demo-intervia' };

/** Where a member of staff signs in, and where a client does. */
export const STAFF_SESSION = '/api/session';
export const CLIENT_SESSION = '/api/client/session';

/** The gateway's HTTP API, as a signed-in user or client calls it. */
export class ApiClient {
  private constructor(
    private readonly base: string,
    private readonly cookie: string,
    private readonly csrfToken: string,
  ) {}

  static async signIn(
    base: string,
    login: { mail: string; password: string } = DEMO_LOGIN,
    session = STAFF_SESSION,
  ): Promise<ApiClient> {
    const response = await fetch(`${base}${session}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(login),
    });
    if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const { csrfToken } = (await response.json()) as { csrfToken: string };
    return new ApiClient(base, cookie, csrfToken);
  }

  /** A command also carries the CSRF token and a key of its own. */
  headers(kind: 'read' | 'command' = 'read'): Record<string, string> {
    const read = { cookie: this.cookie };
    return kind === 'read'
      ? read
      : { ...read, 'x-intervia-csrf': this.csrfToken, 'idempotency-key': randomUUID() };
  }

  /** A read, or a command when there is a body; whatever its status. */
  fetch(path: string, body?: object): Promise<Response> {
    if (!body) return fetch(`${this.base}${path}`, { headers: this.headers() });
    return this.send('POST', path, body);
  }

  /** A command by another method than POST; whatever its status. */
  send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: object = {}): Promise<Response> {
    const headers = { ...this.headers('command'), 'content-type': 'application/json' };
    return fetch(`${this.base}${path}`, { method, headers, body: JSON.stringify(body) });
  }

  /** A form with files; whatever its status. */
  upload(path: string, form: FormData): Promise<Response> {
    return fetch(`${this.base}${path}`, { method: 'POST', headers: this.headers('command'), body: form });
  }

  async get<T>(path: string): Promise<T> {
    return expectOk<T>(path, await this.fetch(path));
  }

  async post<T>(path: string, body: object): Promise<T> {
    return expectOk<T>(path, await this.fetch(path, body));
  }
}

async function expectOk<T>(path: string, response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
