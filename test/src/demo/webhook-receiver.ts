import { eventually } from '@intervia/testing';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

const PATIENCE_MS = 60_000;

interface Told {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver on this machine, as an agency would write one: it answers at once, and believes what is signed. */
export class WebhookReceiver {
  private readonly told: Told[] = [];
  private constructor(private readonly server: Server) {}

  static async open(): Promise<WebhookReceiver> {
    const server = createServer();
    const receiver = new WebhookReceiver(server);
    server.on('request', (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        receiver.told.push({ headers: request.headers, body });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/lsc`;
  }

  /** @returns the `webhook-id` under which it was told. @throws where the signature is not that of the secret */
  async receives(fact: string, id: string, secret: string): Promise<string> {
    const found = await eventually(() => this.told.find(({ body }) => isAbout(body, fact, id)), {
      what: `${fact} at the receiver`,
      timeoutMs: PATIENCE_MS,
    });
    const headers = found.headers as Record<string, string>;
    new Webhook(secret).verify(found.body, headers);
    return headers['webhook-id'] ?? '';
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function isAbout(body: string, fact: string, id: string): boolean {
  const { data } = JSON.parse(body) as { data: { fact: string; id: string } };
  return data.fact === fact && data.id === id;
}
