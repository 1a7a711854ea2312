import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { eventually } from '@intervia/testing';
import { persistently } from './persistently.js';

export interface SentMail {
  id: string;
  messageId: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
}

export interface SentSms {
  tag: string;
  receiver: string;
  message: string;
}

interface CaughtMail {
  id: string;
  headers: Record<string, string>;
  to?: { address: string }[];
  subject?: string;
  text?: string;
  html?: string;
}

/** What really left: mails as the SMTP server got them, SMS as OVH's double accepted them. */
export class Sent {
  readonly #ca: Buffer;

  constructor(
    private readonly mail: string,
    private readonly sms: string,
    dataDir: string,
  ) {
    this.#ca = readFileSync(join(dataDir, 'tls', 'ca.pem'));
  }

  async mails(): Promise<SentMail[]> {
    const caught = await persistently(async () => {
      const response = await fetch(`${this.mail}/api/email`);
      return (await response.json()) as CaughtMail[];
    });
    return caught.map(({ id, headers, to = [], subject = '', text = '', html = '' }) => ({
      id,
      messageId: headers['message-id'] ?? id,
      to: to.map(({ address }) => address),
      subject,
      text,
      html,
    }));
  }

  texts(): Promise<SentSms[]> {
    return persistently(() => this.#fetchTexts());
  }

  #fetchTexts(): Promise<SentSms[]> {
    return new Promise((resolve, reject) => {
      const call = request(`${this.sms}/messages`, { ca: this.#ca }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString()) as SentSms[]));
      });
      call.on('error', reject);
      call.end();
    });
  }

  /** The first mail to this address whose subject names the ticket, that was not there before. */
  waitForMail(to: string, number: number, seen: ReadonlySet<string>): Promise<SentMail> {
    return eventually(
      async () =>
        (await this.mails()).find(
          (mail) => mail.to.includes(to) && mail.subject.includes(String(number)) && !seen.has(mail.id),
        ),
      { timeoutMs: 60_000, intervalMs: 200, what: `a mail to ${to} about ticket ${number}` },
    );
  }

  waitForSms(receiver: string, number: number, seen: ReadonlySet<string>): Promise<SentSms> {
    return eventually(
      async () =>
        (await this.texts()).find(
          (sms) => sms.receiver === receiver && sms.message.includes(String(number)) && !seen.has(sms.tag),
        ),
      { timeoutMs: 60_000, intervalMs: 200, what: `an SMS to ${receiver} about ticket ${number}` },
    );
  }
}
