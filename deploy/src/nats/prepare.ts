import { jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { connect } from '@nats-io/transport-node';
import { durablesOf, ensureDurable, ensureStreams } from '@intervia/messaging/operator';
import { readFileSync } from 'node:fs';
import { BUS_USERS, OPERATOR } from './users.js';

export interface Bus {
  readonly url: string;
  readonly password: string;
  /** Of the authority that signed the server's certificate; absent: no TLS. */
  readonly caFile?: string;
  /** Of each fact, in a cluster; one if absent. */
  readonly copies?: number;
}

/**
 * Makes the streams, the durables and the demo's clock, as the operator: whoever may make one could have facts
 * copied to where they command something. What is there already keeps what it holds.
 */
export async function prepareBus({ url, password, caFile, copies = 1 }: Bus): Promise<void> {
  const connection = await connect({
    servers: url.split(','),
    name: 'prepare',
    user: OPERATOR,
    pass: password,
    waitOnFirstConnect: true,
    ...(caFile ? { tls: { ca: readFileSync(caFile, 'utf8') } } : {}),
  });
  try {
    const manager = await jetstreamManager(connection);
    await ensureStreams(manager, copies);
    for (const { name, follows = [] } of BUS_USERS) {
      for (const durable of follows.flatMap((protoPackage) => durablesOf(name, protoPackage))) {
        await ensureDurable(manager, durable);
      }
    }
    await new Kvm(connection).create('clock', { replicas: copies });
  } finally {
    await connection.close();
  }
}
