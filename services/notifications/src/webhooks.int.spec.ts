import 'reflect-metadata';
import {
  NoteAddedSchema,
  WebhookDeliveryState,
  WebhookFault,
  WebhooksService,
  WebhookState,
} from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook as Signature } from 'standardwebhooks';
import type { House } from './testing/house.js';
import { openHouse } from './testing/house.js';
import { AGENCY, aMissionEvent } from './testing/neighbours.js';
import { ADMINISTRATOR } from './testing/ticket-desk.js';

// Real servers on a machine that may be busy, and the first wait after a refusal.
jest.setTimeout(120_000);

const PATIENCE = { timeoutMs: 60_000 };
const caller = { agencyId: AGENCY, actor: { name: 'Nathalie Roche' } };
const stranger = { agencyId: 'agency-2', actor: { name: 'Paul' } };

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver that answers what the test says. */
class Receiver {
  readonly calls: Call[] = [];
  answers: (number | [number, Record<string, string>])[] = [];
  private constructor(private readonly server: Server) {}

  static async open(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        receiver.calls.push({ headers: request.headers, body });
        const [status, headers] = [receiver.answers.shift() ?? 204].flat() as [
          number,
          Record<string, string>?,
        ];
        response.writeHead(status, headers).end('the answer is nobody’s to read');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/lsc`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

describe('webhooks', () => {
  let house: House;
  let receiver: Receiver;

  beforeAll(async () => {
    house = await openHouse();
    receiver = await Receiver.open();
  });
  afterAll(async () => {
    await receiver.close();
    await house.close();
  });

  const webhooks = () => house.bus.service(WebhooksService);
  const aWebhook = async (types: string[] = []) => {
    const { webhook, shownOnce } = await webhooks().createWebhook({ caller, url: receiver.url, types });
    receiver.calls.length = 0;
    return { id: webhook!.id, secret: shownOnce };
  };
  const journal = async (webhookId: string, who = caller) =>
    (await webhooks().listWebhookDeliveries({ caller: who, webhookId })).deliveries;
  const settled = (webhookId: string, state: WebhookDeliveryState) =>
    eventually(async () => (await journal(webhookId)).find((one) => one.state === state), {
      ...PATIENCE,
      what: `a delivery ${WebhookDeliveryState[state]}`,
    });
  const called = (count: number) =>
    eventually(() => (receiver.calls.length >= count ? receiver.calls : undefined), {
      ...PATIENCE,
      what: `${String(count)} calls`,
    });
  const aNote = (ticketId: string) =>
    house.publish(NoteAddedSchema, ticketId, { ticket: aMissionEvent(ticketId, {}).ticket });
  const only = async (id: string) => {
    await webhooks().deleteWebhook({ caller, webhookId: id });
  };

  it('are signed, and told once what the change feed tells', async () => {
    const { id, secret } = await aWebhook(['ticket']);
    const { webhook: other } = await webhooks().createWebhook({ caller: stranger, url: receiver.url });
    await aNote('ticket-1');
    const [call] = await called(1);
    expect(new Signature(secret).verify(call!.body, call!.headers as Record<string, string>)).toMatchObject({
      type: 'ticket.NoteAdded',
      data: { type: 'ticket', id: 'ticket-1', fact: 'NoteAdded', data: { ticket: { number: 1042 } } },
    });
    const delivery = await settled(id, WebhookDeliveryState.DELIVERED);
    expect(delivery).toMatchObject({ id: call!.headers['webhook-id'], attempts: 1, lastStatus: 204 });
    // What was told is told no second time, and nothing to another agency.
    await house.restart();
    await aNote('ticket-2');
    await called(2);
    expect(receiver.calls.map(({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id)).toEqual([
      'ticket-1',
      'ticket-2',
    ]);
    await only(id);
    await webhooks().deleteWebhook({ caller: stranger, webhookId: other!.id });
  });

  it('come again under the same id after a refusal; redirects are refusals', async () => {
    const { id } = await aWebhook();
    receiver.answers = [[302, { location: `${receiver.url}/elsewhere` }]];
    await aNote('ticket-3');
    const failed = await eventually(async () => (await journal(id)).find(({ attempts }) => attempts === 1), {
      ...PATIENCE,
      what: 'the first attempt',
    });
    expect(failed).toMatchObject({ lastStatus: 302, lastFault: WebhookFault.REDIRECTED });
    const [first, second] = await called(2);
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(await settled(id, WebhookDeliveryState.DELIVERED)).toMatchObject({ attempts: 2 });
    await only(id);
  });

  it('are kept while paused, and sent when they go on', async () => {
    const { id } = await aWebhook();
    await webhooks().pauseWebhook({ caller, webhookId: id, paused: true });
    await aNote('ticket-4');
    await settled(id, WebhookDeliveryState.PENDING);
    expect(receiver.calls).toEqual([]);
    const {
      webhooks: [paused],
    } = await webhooks().listWebhooks({ caller });
    expect(paused).toMatchObject({ state: WebhookState.PAUSED, pending: 1 });
    await webhooks().pauseWebhook({ caller, webhookId: id, paused: false });
    await called(1);
    const { id: deliveryId } = await settled(id, WebhookDeliveryState.DELIVERED);
    await webhooks().replayWebhookDelivery({ caller, webhookId: id, deliveryId });
    const [first, again] = await called(2);
    expect(again!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    await only(id);
  });

  it('are disabled by 410, of which the administrators are told', async () => {
    const { id } = await aWebhook();
    receiver.answers = [410];
    await aNote('ticket-5');
    expect(await settled(id, WebhookDeliveryState.FAILED)).toMatchObject({ lastFault: WebhookFault.GONE });
    const {
      webhooks: [one],
    } = await webhooks().listWebhooks({ caller });
    expect(one).toMatchObject({ state: WebhookState.DISABLED });
    const mail = await eventually(
      () => house.smtp.mails().find(({ deliveredTo }) => deliveredTo.includes(ADMINISTRATOR)),
      {
        ...PATIENCE,
        what: 'the notice',
      },
    );
    expect(mail.subject).toContain('Webhook désactivé');
    await only(id);
  });

  it('lead to public https addresses only', async () => {
    const codeOf = (url: string) =>
      webhooks()
        .createWebhook({ caller, url })
        .then(
          () => 'taken',
          (error: { code?: string }) => error.code,
        );
    expect(await Promise.all(['nothing', 'ftp://a.example', 'https://me:pw@1.1.1.1/'].map(codeOf))).toEqual([
      'WEBHOOK_URL_INVALID',
      'WEBHOOK_URL_INVALID',
      'WEBHOOK_URL_INVALID',
    ]);
    const inside = [
      'https://10.0.0.1/',
      'https://169.254.169.254/',
      'https://0xa000001/',
      'https://[fe80::1]/',
    ];
    expect(await Promise.all(inside.map(codeOf))).toEqual(inside.map(() => 'WEBHOOK_NOT_PUBLIC'));
    expect(await codeOf('http://1.1.1.1/')).toBe('WEBHOOK_NOT_HTTPS');
  });

  it('are of one agency', async () => {
    const { id } = await aWebhook();
    expect((await webhooks().listWebhooks({ caller: stranger })).webhooks).toEqual([]);
    await expect(journal(id, stranger)).rejects.toMatchObject({ code: 'WEBHOOK_NOT_FOUND' });
    await expect(webhooks().deleteWebhook({ caller: stranger, webhookId: id })).rejects.toMatchObject({
      code: 'WEBHOOK_NOT_FOUND',
    });
    await only(id);
  });
});
