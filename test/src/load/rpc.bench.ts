import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { GetAgencyRequestSchema, GetAgencyResponseSchema, DirectoryService } from '@intervia/contracts';
import { BusClient, MessagingModule } from '@intervia/messaging';
import { startNats } from '@intervia/testing';
import { connect } from '@nats-io/transport-node';
import { NestFactory } from '@nestjs/core';
import { spawnNode } from './child.js';
import { compare, rate, type Measure } from './measure.js';
import { AGENCY, RAW_SUBJECT } from './rpc-fixture.js';

const IN_FLIGHT = 64;
const ROUND_MS = 2_000;
const ROUNDS = 5;

/**
 * A typed RPC through libs/messaging, handler included, against a raw NATS request and reply in JSON: the same
 * agency asked for and answered, client and server in processes of their own.
 */
export async function* benchRpc(): AsyncIterable<Measure> {
  const nats = await startNats();
  const server = await spawnNode(new URL('./rpc-server.js', import.meta.url), { NATS_URL: nats.url });
  const raw = await connect({ servers: nats.url, noAsyncTraces: true });
  const messaging = MessagingModule.forRoot({ service: 'bench', natsUrl: nats.url, clock: 'system' });
  const context = await NestFactory.createApplicationContext(messaging, { logger: false });
  const directory = context.get(BusClient).service(DirectoryService);
  const protobufRequest = toBinary(
    GetAgencyRequestSchema,
    create(GetAgencyRequestSchema, { agencyId: AGENCY.id }),
  );
  const overBus = (): Promise<unknown> => directory.getAgency({ agencyId: AGENCY.id });
  const json = async (): Promise<unknown> =>
    (await raw.request(RAW_SUBJECT.json, JSON.stringify({ agencyId: AGENCY.id }))).json();
  const protobuf = async (): Promise<unknown> =>
    fromBinary(GetAgencyResponseSchema, (await raw.request(RAW_SUBJECT.protobuf, protobufRequest)).data);
  try {
    const measured = (call: () => Promise<unknown>) => () => rate(call, IN_FLIGHT, ROUND_MS);
    yield await compare('rpc vs raw NATS in JSON', 'req/s', ROUNDS, measured(overBus), measured(json));
    yield await compare(
      'rpc vs raw NATS in protobuf',
      'req/s',
      ROUNDS,
      measured(overBus),
      measured(protobuf),
    );
  } finally {
    await context.close();
    await raw.close();
    await server.stop();
    await nats.stop();
  }
}
