import { eventually } from '@intervia/testing';
import { PlatformClock } from '../journey/clock.js';
import { Sent } from '../journey/sent.js';
import type { SentMail } from '../journey/sent.js';
import { ApiClient, DEMO_LOGIN } from '../platform/api-client.js';
import type { OwnPlatform } from '../platform/platform.js';
import { LinkPage } from './link-page.js';

type Login = typeof DEMO_LOGIN;
export type Module = 'SYNDIC' | 'GERANCE';

export interface Mission {
  id: string;
  status: string;
  amountCents: number;
  contractor: { name: string; reach: { mails: string[] } };
}

export interface Ticket {
  id: string;
  number: number;
  type: string;
  status: string;
  colour: string;
  amountCents: number;
  missions: Mission[];
  correspondents: { id: string; role: string }[];
  actions: { action: string; missionId: string; suggested: boolean }[];
  history: { fact: string; manualEntry: boolean; actor: { kind: string } }[];
  documents: { kind: string }[];
  timers: { kind: string; dueAt: string; missionId: string }[];
}

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

export function aPdf(name: string): File {
  return new File([PDF], name, { type: 'application/pdf' });
}

/** A manager's desk over HTTP: what she asks, what left, and the clock. */
export class Desk {
  private constructor(
    private readonly base: string,
    private readonly sent: Sent,
    private readonly clock: PlatformClock,
    private readonly login: Login,
    public api: ApiClient,
  ) {}

  static async at({ run, dataDir }: OwnPlatform, login: Login = DEMO_LOGIN): Promise<Desk> {
    const clock = await PlatformClock.of(run);
    return new Desk(
      run.gateway,
      new Sent(run.mail, run.sms, dataDir),
      clock,
      login,
      await ApiClient.signIn(run.gateway, login),
    );
  }

  now(): Date {
    return this.clock.now();
  }

  /** Sessions slide by twelve hours: who moves the clock further signs in again. */
  async moveTo(moment: Date): Promise<void> {
    await this.clock.moveTo(moment);
    this.api = await ApiClient.signIn(this.base, this.login);
  }

  close(): Promise<void> {
    return this.clock.close();
  }

  get<T>(path: string): Promise<T> {
    return this.api.get<T>(path);
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.api.post<T>(path, body);
  }

  open(draft: object): Promise<Ticket> {
    return this.post<Ticket>('/api/tickets', draft);
  }

  read(id: string): Promise<Ticket> {
    return this.api.get<Ticket>(`/api/tickets/${id}`);
  }

  act(ticket: Ticket, path: string, body: object = {}): Promise<Ticket> {
    return this.post<Ticket>(`/api/tickets/${ticket.id}/${path}`, body);
  }

  /** @returns the problem's code */
  async refused(ticket: Ticket, path: string, body: object = {}): Promise<string> {
    const response = await this.api.fetch(`/api/tickets/${ticket.id}/${path}`, body);
    const { code, detail } = (await response.json()) as { code: string; detail: string };
    if (response.ok || !detail) throw new Error(`${path} was taken, or refused without a word`);
    return code;
  }

  async upload(name: string): Promise<string> {
    const body = new FormData();
    body.set('files', aPdf(name));
    const response = await fetch(`${this.base}/api/uploads`, {
      method: 'POST',
      headers: this.api.headers('command'),
      body,
    });
    const { documents } = (await response.json()) as { documents: { id: string }[] };
    if (!documents[0]) throw new Error('nothing was uploaded');
    return documents[0].id;
  }

  /** Until the ticket shows this status. */
  until(ticket: Ticket, status: string): Promise<Ticket> {
    return eventually(
      async () => {
        const now = await this.read(ticket.id);
        return now.status === status ? now : undefined;
      },
      { timeoutMs: 30_000, intervalMs: 100, what: `ticket ${ticket.number} to be ${status}` },
    );
  }

  mailTo(address: string, ticket: Ticket, saying: RegExp): Promise<SentMail> {
    return eventually(
      async () =>
        (await this.sent.mails()).find(
          ({ to, subject, text }) =>
            to.includes(address) &&
            subject.includes(String(ticket.number)) &&
            saying.test(`${subject}\n${text}`),
        ),
      { timeoutMs: 60_000, intervalMs: 200, what: `a mail to ${address} saying ${saying}` },
    );
  }

  /** The page behind the link in the first mail to this address about the ticket. */
  async linkOf(address: string, ticket: Ticket): Promise<LinkPage> {
    const { text, html } = await this.mailTo(address, ticket, /\/i\//);
    const [link] = /https?:\/\/[^\s"'<>)]+\/i\/[\w-]+/.exec(`${text}\n${html}`) ?? [];
    if (!link) throw new Error(`no link in the mail to ${address}`);
    const { pathname } = new URL(link);
    return new LinkPage(`${this.base}${pathname}`);
  }
}
