import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { httpStatus } from './http-status.js';

/** Resolves when the process did something for us, rejects when not; that its port is open proves nothing. */
export type Pulse = (signal: AbortSignal) => Promise<void>;

const HOST = '127.0.0.1';

interface Exchange {
  readonly port: number;
  /** Said first; absent: the other side begins. */
  readonly say?: Buffer | string;
  readonly tls?: boolean;
}

/** Any byte of an answer will do: the kernel accepts connections for a process that hangs, but says nothing for it. */
const answers =
  ({ port, say, tls = false }: Exchange): Pulse =>
  (signal) =>
    new Promise((resolve, reject) => {
      const socket = tls
        ? connectTls({ port, host: HOST, rejectUnauthorized: false })
        : connect({ port, host: HOST });
      const end = (finish: () => void): void => {
        socket.destroy();
        finish();
      };
      signal.addEventListener('abort', () => end(() => reject(new Error('no answer'))), { once: true });
      socket.once(tls ? 'secureConnect' : 'connect', () => {
        if (tls) end(resolve);
        else if (say !== undefined) socket.write(say);
      });
      socket.once('data', () => end(resolve));
      socket.once('error', (error: Error) => end(() => reject(error)));
      socket.once('close', () => reject(new Error('closed without an answer')));
    });

/** Whatever the status: one that answers 503 lives, and knows what it lacks. */
export const http =
  (url: string): Pulse =>
  async (signal) => {
    await httpStatus(url, signal);
  };

/** Only while its answer is 2xx. */
export const httpOk =
  (url: string): Pulse =>
  async (signal) => {
    const status = await httpStatus(url, signal);
    if (status !== 200) throw new Error(`answers ${status}`);
  };

/** It asks for a password, or pongs: either way it lives. */
export const redis = (port: number): Pulse => answers({ port, say: 'PING\r\n' });

export const smtp = (port: number): Pulse => answers({ port });

export const tls = (port: number): Pulse => answers({ port, tls: true });

/** `{isMaster: 1}` as the old OP_QUERY that every server still answers before anybody has signed in. */
const isMaster = (): Buffer => {
  const document = Buffer.from('\x13\0\0\0\x10isMaster\0\x01\0\0\0\0', 'latin1');
  document.writeInt32LE(document.length, 0);
  const body = Buffer.concat([
    Buffer.alloc(4),
    Buffer.from('admin.$cmd\0'),
    Buffer.alloc(4),
    Buffer.alloc(4, 0xff),
    document,
  ]);
  const head = Buffer.alloc(16);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(2004, 12);
  return Buffer.concat([head, body]);
};

export const mongo = (port: number): Pulse => answers({ port, say: isMaster() });
