import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { connect as connectNats } from '@nats-io/transport-node';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { eventually } from './eventually.js';
import { startMongo } from './mongo.js';
import { startNats } from './nats.js';
import { startRedis } from './redis.js';

// Real servers on a busy machine.
jest.setTimeout(60_000);

const stops: (() => Promise<void>)[] = [];
const stoppedAfter = <T extends { stop(): Promise<void> }>(server: T): T => {
  stops.push(() => server.stop());
  return server;
};

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** Lets plain Node follow our `.js` imports to the `.ts` files. */
const JS_IS_TS = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({ resolve: (name, context, next) => next(name.replace(/^(\\.{1,2}\\/.*)\\.js$/, '$1.ts'), context) });
`)}`;

const portOf = (url: string) => Number(new URL(url).port);

describe('launchers', () => {
  it('start, kill and restart NATS on the same port', async () => {
    const nats = stoppedAfter(await startNats());
    const connection = await connectNats({ servers: nats.url });
    expect(connection.info?.jetstream).toBe(true);
    await connection.close();
    await nats.kill();
    expect(await accepts(portOf(nats.url))).toBe(false);
    await nats.restart();
    expect(await accepts(portOf(nats.url))).toBe(true);
  });

  it('start Redis', async () => {
    const redis = stoppedAfter(await startRedis());
    const socket = connect(portOf(redis.url), '127.0.0.1');
    socket.write('CONFIG GET appendonly\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toContain('yes');
  });

  it('give each caller a MongoDB database of its own', async () => {
    const one = stoppedAfter(await startMongo());
    const two = stoppedAfter(await startMongo());
    const database = (uri: string) => new URL(uri).pathname;
    expect(database(one.uri)).not.toBe(database(two.uri));
  });

  it('leave no server behind when the process that asked is killed', async () => {
    const source = join(import.meta.dirname, 'nats.ts');
    const script = `import { startNats } from ${JSON.stringify(source)}; console.log((await startNats()).url);`;
    const asker = spawn(process.execPath, ['--import', JS_IS_TS, '--input-type=module', '-e', script]);
    const [line] = (await once(asker.stdout, 'data')) as [Buffer];
    const port = portOf(line.toString().trim());
    expect(await accepts(port)).toBe(true);
    asker.kill('SIGKILL');
    await eventually(async () => ((await accepts(port)) ? undefined : true), {
      what: 'the end of the server',
    });
  });
});

describe('eventually', () => {
  it('takes what throws for not yet', async () => {
    let tries = 0;
    const probe = () => {
      tries += 1;
      if (tries < 3) throw new Error('not yet');
      return tries;
    };
    await expect(eventually(probe, { intervalMs: 1 })).resolves.toBe(3);
  });

  it('gives up with the last error and what it waited for', async () => {
    const probe = () => Promise.reject(new Error('still nothing'));
    const failure = eventually(probe, { timeoutMs: 5, intervalMs: 1, what: 'the mail' });
    await expect(failure).rejects.toMatchObject({
      message: 'Gave up on the mail after 5 ms',
      cause: { message: 'still nothing' },
    });
  });
});
