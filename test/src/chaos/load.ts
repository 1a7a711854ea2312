import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiClient } from '../platform/api-client.js';
import type { Ground } from './ground.js';

const PAUSE_MS = 400;
const RETRY_MS = 500;
const ANSWER_MS = 15_000;
const SAID = 200;
/** What is away answers 503: this is a fault of ours. */
const FAULT = 500;
/** What a command may be refused with while something is away: whoever sends it again does no harm. */
const PASSING = new Set([401, 408, 429, 500, 502, 503, 504]);

/** A command that the platform said it had done. */
export interface Acknowledged {
  readonly ticketId: string;
  readonly number: number;
  readonly mail: string;
  readonly subject: string;
  /** Notes that were acknowledged, by their text. */
  readonly notes: string[];
}

/** One manager who opens tickets and writes notes, and sends again, under the same key, what was not answered. */
export class Load {
  readonly acknowledged: Acknowledged[] = [];
  /** Answers other than success, by status. */
  readonly refusals = new Map<string, number>();
  /** Answers 500: when, to which request, with which words. */
  readonly faults: string[] = [];
  lastSuccess = performance.now();
  private api?: ApiClient;
  private base = '';
  private isOver = false;

  constructor(
    private readonly ground: Ground,
    private readonly place: object,
  ) {}

  async run(): Promise<void> {
    for (let n = 1; !this.isOver; n++) {
      await this.openTicket(n);
      await delay(PAUSE_MS);
    }
  }

  stop(): void {
    this.isOver = true;
  }

  private async openTicket(n: number): Promise<void> {
    const mail = `chaos-${n}@entreprises.example`;
    const subject = `Fuite ${n}`;
    const contractor = {
      name: `Chaos ${n}`,
      mails: mail,
      mobiles: '06 39 98 10 11',
      channels: { mail: true, sms: true },
    };
    const draft = {
      module: 'GERANCE',
      source: 'PHONE',
      subject,
      description: 'L’eau coule du plafond.',
      place: this.place,
      contractors: [contractor],
    };
    const ticket = await this.command<{ id: string; number: number }>('/api/tickets', draft);
    if (!ticket) return;
    const entry: Acknowledged = { ticketId: ticket.id, number: ticket.number, mail, subject, notes: [] };
    this.acknowledged.push(entry);
    const text = `Note ${n}`;
    if (await this.command(`/api/tickets/${ticket.id}/notes`, { html: `<p>${text}</p>` }))
      entry.notes.push(text);
  }

  /** @returns the answer; undefined when the run ended first */
  private async command<T>(path: string, body: object): Promise<T | undefined> {
    const key = randomUUID();
    while (!this.isOver) {
      try {
        const response = await this.send(path, body, key);
        if (response.ok) {
          this.lastSuccess = performance.now();
          return (await response.json().catch(() => ({}))) as T;
        }
        const said = await response.text();
        this.count(String(response.status));
        if (response.status === FAULT)
          this.faults.push(`${new Date().toISOString().slice(11, 23)} POST ${path} ${said.slice(0, SAID)}`);
        if (response.status === 401) this.api = undefined;
        if (!PASSING.has(response.status)) throw new Refused(path, response.status, said);
      } catch (error) {
        if (error instanceof Refused) throw error;
        this.count('no answer');
        this.api = undefined;
      }
      await delay(RETRY_MS);
    }
    return undefined;
  }

  private async send(path: string, body: object, key: string): Promise<Response> {
    const { gateway } = this.ground.platform;
    if (this.base !== gateway) this.api = undefined;
    this.base = gateway;
    this.api ??= await ApiClient.signIn(gateway);
    return fetch(`${gateway}${path}`, {
      method: 'POST',
      headers: { ...this.api.headers('command'), 'idempotency-key': key, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
  }

  private count(what: string): void {
    this.refusals.set(what, (this.refusals.get(what) ?? 0) + 1);
  }
}

/** Refused for good: the run itself is wrong. */
class Refused extends Error {
  constructor(path: string, status: number, text: string) {
    super(`${path}: ${status} ${text}`);
  }
}
