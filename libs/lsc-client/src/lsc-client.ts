import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { BaseRecord, ImportEnd, LineAnswer } from './base.js';
import { isEnd } from './base.js';
import type {
  ApiCaller,
  ChangesPageDto,
  GetImportResponse,
  ListChangesData,
  RevokeOlderSecretResponse,
  RotateOwnApiKeyResponse,
  Ticket,
  TicketLinkDto,
} from './gen/types.gen.js';
import { linesOf } from './lines.js';
import { persistently } from './persistence.js';
import type { Persistence } from './persistence.js';
import { LscProblem } from './problem.js';

/** The platform answers a long poll after 25 s at most. */
const LONGEST_WAIT = 25;
const TRIES = 6;
const UNAUTHENTICATED = 401;
const JSON_TYPE = { accept: 'application/json' };

export interface LscClientOptions extends Partial<Omit<Persistence, 'signal'>> {
  /** Of the platform, without a path. */
  readonly url: string;
  /** `itv_…`, as an administrator was shown it. */
  readonly key: string;
}

/** A record of a snapshot. */
export interface SnapshotRecord {
  readonly type: string;
  readonly id: string;
  readonly version?: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** `/lsc/v1` as a program of the agency uses it: its base goes out, and what changed comes in. */
export class LscClient {
  private readonly persistence: Persistence;
  private current: string;

  constructor(private readonly options: LscClientOptions) {
    const { key, tries = TRIES, onRetry } = options;
    this.current = key;
    this.persistence = { tries, onRetry };
  }

  /** Changes with `rotateKey`. */
  get key(): string {
    return this.current;
  }

  /** Whose key it is, and what it opens. */
  async me(): Promise<ApiCaller> {
    return this.get('/lsc/v1/key');
  }

  /**
   * Publishes records in one packed stream, and yields what became of each as it is told; last how it ended.
   * A stream that breaks off is taken up by calling again with the same `importId`, `after` its last answered line
   * (`progressOf`), and the records behind it.
   */
  async *publish(
    records: Iterable<BaseRecord> | AsyncIterable<BaseRecord>,
    { importId = randomUUID(), after = 0 }: { importId?: string; after?: number } = {},
  ): AsyncGenerator<LineAnswer | ImportEnd, void, void> {
    const query = new URLSearchParams({ import: importId, after: String(after) });
    const body = Readable.from(written(records)).pipe(createGzip());
    const answer = await fetch(new URL(`/lsc/v1/base?${query.toString()}`, this.options.url), {
      method: 'POST',
      headers: {
        ...this.headers(),
        'content-type': 'application/x-ndjson',
        'content-encoding': 'gzip',
      },
      body: Readable.toWeb(body) as ReadableStream,
      duplex: 'half',
    });
    yield* linesOf<LineAnswer | ImportEnd>(await accepted(answer));
  }

  /** Publishes all and yields only what was refused. @returns how it ended @throws when it broke off */
  async publishAll(
    records: Iterable<BaseRecord> | AsyncIterable<BaseRecord>,
    onRefused: (line: LineAnswer) => void = () => undefined,
  ): Promise<ImportEnd> {
    let end: ImportEnd = { done: false };
    for await (const line of this.publish(records)) {
      if (isEnd(line)) end = line;
      else if (line.status === 'REFUSED') onRefused(line);
    }
    if (!end.done) throw new LscProblem(200, end.code ?? '', end.detail ?? 'the answer was cut', {});
    return end;
  }

  async progressOf(importId: string): Promise<GetImportResponse> {
    return this.get(`/lsc/v1/base/imports/${encodeURIComponent(importId)}`);
  }

  /** One page of what changed. @throws LscProblem, 410 when the cursor is too old (`isTooOld`) */
  async changes(
    query: NonNullable<ListChangesData['query']> = {},
    signal?: AbortSignal,
  ): Promise<ChangesPageDto> {
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) asked.set(name, String(value));
    return this.get(`/lsc/v1/changes?${asked.toString()}`, signal);
  }

  /**
   * Page after page as it happens, for ever; pages that say nothing are passed over. `next` of a page is kept with what was
   * made of it: whoever stops in between is given the page once more.
   */
  async *follow(
    after: string | undefined,
    { signal, wait = LONGEST_WAIT }: { signal?: AbortSignal; wait?: number } = {},
  ): AsyncGenerator<ChangesPageDto, void, void> {
    let cursor = after;
    while (!signal?.aborted) {
      let page: ChangesPageDto;
      const { key } = this;
      try {
        page = await this.changes({ after: cursor, wait }, signal);
      } catch (error) {
        if (signal?.aborted) return;
        // The key was renewed while this one waited.
        if (error instanceof LscProblem && error.status === UNAUTHENTICATED && key !== this.key) continue;
        throw error;
      }
      cursor = page.next;
      if (page.items.length > 0) yield page;
    }
  }

  /** A ticket as a user of the agency sees it, by the id of that user in LSC. */
  async ticket(id: string, userId: string): Promise<Ticket> {
    return this.get(`/lsc/v1/tickets/${encodeURIComponent(id)}?${ofUser(userId)}`);
  }

  /** An address that opens a ticket in the browser of this user, signed in: once, within a minute. To be kept nowhere. */
  async linkToTicket(id: string, userId: string): Promise<TicketLinkDto> {
    const path = `/lsc/v1/tickets/${encodeURIComponent(id)}/link?${ofUser(userId)}`;
    // Asked for again, it is another link; one whose answer was lost ends by itself.
    const answer = await persistently(() => this.send('POST', path), this.persistence);
    return (await (await accepted(answer)).json()) as TicketLinkDto;
  }

  /** The ZIP of its elements: `ticket.json`, and the documents. */
  async elements(id: string, userId: string): Promise<ReadableStream<Uint8Array>> {
    const path = `/lsc/v1/tickets/${encodeURIComponent(id)}/elements.zip?${ofUser(userId)}`;
    const answer = await accepted(await persistently(() => this.send('GET', path), this.persistence));
    if (!answer.body) throw new LscProblem(answer.status, 'CUT', 'The answer has no content.');
    return answer.body;
  }

  /**
   * All as it is today.
   * @returns the cursor from which changes go on
   * @throws when the answer was cut: nothing is to be made of it
   */
  async snapshot(take: (record: SnapshotRecord) => Promise<void> | void): Promise<string> {
    const answer = await accepted(
      await persistently(() => this.send('GET', '/lsc/v1/snapshot'), this.persistence),
    );
    let next: string | undefined;
    let isWhole = false;
    for await (const line of linesOf<{ next?: string; done?: boolean } & Partial<SnapshotRecord>>(answer)) {
      if (line.next !== undefined) next = line.next;
      else if (line.done) isWhole = true;
      else await take(line as SnapshotRecord);
    }
    if (next === undefined || !isWhole) throw new LscProblem(200, 'CUT', 'The snapshot was cut.');
    return next;
  }

  /**
   * Renews the key: the new one is kept by `keep` before the old one ends, so that a program that stops in between still
   * has one that is good.
   */
  async rotateKey(keep: (key: string) => Promise<void> | void): Promise<string> {
    // Sent once: a second one would be refused, the first having made the second secret.
    const answer = await accepted(await this.send('POST', '/lsc/v1/key/rotation'));
    const { shownOnce } = (await answer.json()) as RotateOwnApiKeyResponse;
    await keep(shownOnce);
    this.current = shownOnce;
    await this.endOtherSecrets();
    return shownOnce;
  }

  /** Ends all secrets of the key but the one that is used. */
  async endOtherSecrets(): Promise<RevokeOlderSecretResponse> {
    const path = '/lsc/v1/key/other-secrets';
    const answer = await persistently(() => this.send('DELETE', path), this.persistence);
    return (await (await accepted(answer)).json()) as RevokeOlderSecretResponse;
  }

  private async get<T>(path: string, signal?: AbortSignal): Promise<T> {
    const answer = await persistently(() => this.send('GET', path, signal), { ...this.persistence, signal });
    return (await (await accepted(answer)).json()) as T;
  }

  private send(method: string, path: string, signal?: AbortSignal): Promise<Response> {
    const headers = { ...this.headers(), ...JSON_TYPE };
    return fetch(new URL(path, this.options.url), { method, headers, signal });
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.current}` };
  }
}

const ofUser = (userId: string): string => new URLSearchParams({ userId }).toString();

async function accepted(answer: Response): Promise<Response> {
  if (!answer.ok) throw await LscProblem.of(answer);
  return answer;
}

async function* written(
  records: Iterable<BaseRecord> | AsyncIterable<BaseRecord>,
): AsyncGenerator<string, void, void> {
  for await (const record of records) yield `${JSON.stringify({ op: 'upsert', ...record })}\n`;
}
