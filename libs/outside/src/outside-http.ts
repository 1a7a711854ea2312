import { Buffer } from 'node:buffer';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { OutsideHosts } from './outside-hosts.js';

export interface OutsideRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: URL;
  headers?: Readonly<Record<string, string>>;
  body?: Buffer;
  /** From the first byte to the last of the answer. */
  timeoutMs: number;
  /** An answer that is longer is an error. */
  mostBytes: number;
}

export interface OutsideAnswer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

/** `reached`: whether the other side may have read the request, so that nobody sends it again as if it were new. */
export class OutsideRefusal extends Error {
  override readonly name = 'OutsideRefusal';

  constructor(
    message: string,
    readonly reached: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * HTTP to machines of others: to the very address that was looked at, over TLS unless the operator allows the address
 * inside, without following redirects, bounded in time and length.
 */
export class OutsideHttp {
  constructor(private readonly hosts: OutsideHosts) {}

  /** @throws OutsideRefusal */
  async send({ url, ...request }: OutsideRequest): Promise<OutsideAnswer> {
    const address = await this.addressOf(url);
    const isInside = this.hosts.allows(address);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isInside))
      throw new OutsideRefusal(`${url.protocol} is not spoken to ${url.host}`, false);
    return exchange(url, address, request);
  }

  private async addressOf({ hostname }: URL): Promise<string> {
    try {
      return await this.hosts.resolve(hostname.replace(/^\[|\]$/g, ''));
    } catch (cause) {
      throw new OutsideRefusal(`${hostname} is not reached`, false, { cause });
    }
  }
}

function exchange(
  url: URL,
  address: string,
  { method, headers, body, timeoutMs, mostBytes }: Omit<OutsideRequest, 'url'>,
): Promise<OutsideAnswer> {
  const family = isIP(address);
  // Node asks for one address or for all of them.
  const lookup: LookupFunction = (_host, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family);
  return new Promise((resolve, reject) => {
    let reached = false;
    const fail = (cause: Error): void => {
      reject(new OutsideRefusal(`${url.host}: ${cause.message}`, reached, { cause }));
    };
    const sent = (url.protocol === 'https:' ? secure : plain)(
      url,
      {
        ...{ method, lookup, agent: false, signal: AbortSignal.timeout(timeoutMs) },
        headers: { ...headers, ...(body ? { 'content-length': String(body.length) } : {}) },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        let length = 0;
        answer.on('data', (chunk: Buffer) => {
          length += chunk.length;
          if (length <= mostBytes) chunks.push(chunk);
          else {
            fail(new Error('the answer is too long'));
            sent.destroy();
          }
        });
        answer.once('error', fail);
        answer.once('end', () =>
          resolve({
            ...{ status: answer.statusCode ?? 0, headers: answer.headers },
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    sent.once('error', fail);
    sent.once('socket', (socket) =>
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => (reached = true)),
    );
    sent.end(body);
  });
}
