import 'reflect-metadata';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { GetAgencyRequest, GetAgencyResponseSchema, ListUsersRequest } from '@intervia/contracts';
import type { ListUsersResponseSchema } from '@intervia/contracts';
import { DirectoryService, ProblemSchema } from '@intervia/contracts';
import { METRICS, Metrics, ObservabilityModule } from '@intervia/observability';
import type { RunningServer } from '@intervia/testing';
import { eventually, startNats } from '@intervia/testing';
import { fromBinary } from '@bufbuild/protobuf';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { connect } from '@nats-io/transport-node';
import type { INestApplication } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';
import { BusClient } from './bus-client.js';
import { RpcMethod } from '../decorators.js';
import { AppError } from '@intervia/rules';
import { listen } from './listen.js';
import { MessagingModule, NATS_CONNECTION } from '../messaging.module.js';
import { NoHttpAdapter } from './no-http-adapter.js';

// Real servers on a busy machine.
jest.setTimeout(60_000);

class AgencyClosed extends AppError {
  constructor(id: string) {
    super('AGENCY_CLOSED', 'conflict', { id }, [{ field: 'caller.agencyId', code: 'CLOSED' }]);
  }
}

/** As a package throws it that knows no class of ours. */
class TooShy extends Error {
  readonly code = 'TOO_SHY';
  readonly kind = 'forbidden';
}

let gate: Promise<void> | undefined;
let entered: () => void = () => undefined;
let calls = 0;

@Controller()
class DirectoryController {
  @RpcMethod(DirectoryService.method.getAgency)
  async getAgency(
    @Payload() request: GetAgencyRequest,
  ): Promise<MessageInitShape<typeof GetAgencyResponseSchema>> {
    const id = request.agencyId;
    calls += 1;
    const misbehaviour: Record<string, () => never> = {
      closed: () => {
        throw new AgencyClosed(id);
      },
      shy: () => {
        throw new TooShy();
      },
      bug: () => {
        throw new Error('password is hunter2');
      },
    };
    misbehaviour[id]?.();
    entered();
    await gate;
    return { agency: { id, name: 'Les Tilleuls' } };
  }

  @RpcMethod(DirectoryService.method.listUsers)
  async listUsers(
    @Payload() _request: ListUsersRequest,
  ): Promise<MessageInitShape<typeof ListUsersResponseSchema>> {
    return {};
  }
}

@Module({})
class Root {}

let nats: RunningServer;
let raw: NatsConnection;
const apps: INestApplication[] = [];

async function boot(controllers: (new () => object)[], service = 'directory'): Promise<INestApplication> {
  const messaging = MessagingModule.forRoot({ service, natsUrl: nats.url, clock: 'system' });
  const observability = ObservabilityModule.forRoot({ service, healthPort: 0 });
  const app = await NestFactory.create(
    { module: Root, imports: [observability, messaging], controllers },
    new NoHttpAdapter(),
    {
      logger: false,
    },
  );
  await listen(app, { service });
  apps.push(app);
  return app;
}

/** A client that asks again after so long without an answer. */
const patient = (app: INestApplication, tryMs: number) =>
  new BusClient(app.get<NatsConnection>(NATS_CONNECTION), undefined, tryMs).service(DirectoryService);

const agencyOf = (app: INestApplication) => app.get(BusClient).service(DirectoryService);
const by = (agencyId: string) => ({ agencyId });

beforeAll(async () => {
  nats = await startNats();
  raw = await connect({ servers: nats.url, maxReconnectAttempts: -1 });
});

afterAll(async () => {
  await raw.close();
  await nats.stop();
});

beforeEach(() => {
  gate = undefined;
  entered = () => undefined;
  calls = 0;
});

afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
});

describe('RPC', () => {
  it('carries a typed request and its answer', async () => {
    const app = await boot([DirectoryController]);
    const { agency } = await agencyOf(app).getAgency(by('a1'));
    expect(agency).toMatchObject({ id: 'a1', name: 'Les Tilleuls' });
  });

  it('tells Prometheus how long answers took on both sides, and what came of them', async () => {
    const app = await boot([DirectoryController]);
    await agencyOf(app).getAgency(by('a1'));
    await agencyOf(app)
      .getAgency(by('closed'))
      .catch(() => undefined);
    const { registry } = app.get(Metrics);
    for (const { name } of [METRICS.rpcServer, METRICS.rpcClient]) {
      const text = await registry.getSingleMetricAsString(name);
      expect(text).toMatch(/_count\{.*outcome="ok"\} 1$/m);
      expect(text).toMatch(/_count\{.*outcome="AGENCY_CLOSED"\} 1$/m);
    }
  });

  it('takes an empty answer for an all-default message', async () => {
    const app = await boot([DirectoryController]);
    const answer = await agencyOf(app).listUsers({});
    expect(answer.users).toEqual([]);
  });

  it('gives an error the same code, kind, params and fields on the other side', async () => {
    const app = await boot([DirectoryController]);
    const error: unknown = await agencyOf(app)
      .getAgency(by('closed'))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: 'AGENCY_CLOSED',
      kind: 'conflict',
      params: { id: 'closed' },
      fields: [{ field: 'caller.agencyId', code: 'CLOSED' }],
    });
  });

  it('knows a domain error by its shape', async () => {
    const app = await boot([DirectoryController]);
    await expect(agencyOf(app).getAgency(by('shy'))).rejects.toMatchObject({
      code: 'TOO_SHY',
      kind: 'forbidden',
    });
  });

  it('says nothing of a bug but INTERNAL', async () => {
    const app = await boot([DirectoryController]);
    const error = (await agencyOf(app)
      .getAgency(by('bug'))
      .catch((reason: unknown) => reason)) as AppError;
    expect(error).toMatchObject({ code: 'INTERNAL', kind: 'internal', params: {}, fields: [] });
    expect(error.message).not.toContain('hunter2');
  });

  it('refuses malformed bytes and lives on', async () => {
    const app = await boot([DirectoryController]);
    const subject = 'rpc.intervia.directory.v1.DirectoryService.GetAgency';
    const reply = await raw.request(subject, new Uint8Array([0xff, 0xff, 0x07, 0x01]), { timeout: 2_000 });
    expect(reply.headers?.get('Intervia-Error')).toBe('MALFORMED_REQUEST');
    expect(fromBinary(ProblemSchema, reply.data)).toMatchObject({
      code: 'MALFORMED_REQUEST',
      kind: 'invalid',
    });
    await expect(agencyOf(app).getAgency(by('a1'))).resolves.toBeDefined();
  });

  it('waits for a responder that is being restarted', async () => {
    const caller = await boot([], 'gateway');
    const answer = agencyOf(caller).getAgency(by('a1'));
    await boot([DirectoryController]);
    await expect(answer).resolves.toMatchObject({ agency: { id: 'a1' } });
  });

  it('takes an answer that was long in coming, though it has asked again meanwhile', async () => {
    const caller = await boot([], 'gateway');
    await boot([DirectoryController]);
    let [openFirst, openLater] = [(): void => undefined, (): void => undefined];
    const later = new Promise<void>((resolve) => (openLater = resolve));
    gate = new Promise((resolve) => (openFirst = resolve));
    entered = () => {
      if (calls !== 2) return;
      gate = later;
      openFirst();
    };
    const { agency } = await patient(caller, 50).getAgency(by('a1'), { timeoutMs: 50_000 });
    expect(agency?.id).toBe('a1');
    openLater();
  });

  it('is refused at once by a service that has all it can do', async () => {
    const caller = await boot([], 'gateway');
    await boot([DirectoryController]);
    let open = (): void => undefined;
    gate = new Promise((resolve) => (open = resolve));
    const client = patient(caller, 60_000);
    const taken = Array.from({ length: 256 }, () => client.getAgency(by('a1'), { timeoutMs: 50_000 }));
    await eventually(() => calls === 256 || undefined, { what: 'all it takes', timeoutMs: 50_000 });
    await expect(client.getAgency(by('a1'))).rejects.toMatchObject({
      code: 'SERVICE_BUSY',
      kind: 'unavailable',
    });
    open();
    await expect(Promise.all(taken)).resolves.toHaveLength(256);
    expect(calls).toBe(256);
  });

  it('says which service is missing once the deadline is over', async () => {
    const caller = await boot([], 'gateway');
    await expect(agencyOf(caller).getAgency(by('a1'), { timeoutMs: 300 })).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      kind: 'unavailable',
      params: { service: 'intervia.directory.v1.DirectoryService' },
    });
  });

  it('survives a restart of NATS between and during calls', async () => {
    const app = await boot([DirectoryController]);
    await nats.kill();
    const answer = agencyOf(app).getAgency(by('a1'));
    await nats.restart();
    await expect(answer).resolves.toMatchObject({ agency: { id: 'a1' } });
  });

  it('answers what it has taken before it closes', async () => {
    const caller = await boot([], 'gateway');
    const server = await boot([DirectoryController]);
    let open = (): void => undefined;
    gate = new Promise((resolve) => (open = resolve));
    const taken = new Promise<void>((resolve) => (entered = resolve));
    const answer = agencyOf(caller).getAgency(by('a1'));
    await taken;
    const closed = server.close();
    open();
    await expect(answer).resolves.toMatchObject({ agency: { id: 'a1' } });
    await closed;
    expect(calls).toBe(1);
  });

  it('loses no request when replicas close under load', async () => {
    const caller = await boot([], 'gateway');
    const replicas = await Promise.all([boot([DirectoryController]), boot([DirectoryController])]);
    const client = agencyOf(caller);
    let going = true;
    let answered = 0;
    const load = Array.from({ length: 32 }, async () => {
      while (going) {
        await client.getAgency(by('a1'));
        answered += 1;
      }
    });
    await replicas[0]?.close();
    await client.getAgency(by('a1'));
    await replicas[1]?.close();
    await boot([DirectoryController]);
    await client.getAgency(by('a1'));
    going = false;
    await Promise.all(load);
    expect(calls).toBeGreaterThanOrEqual(answered);
  });

  it('shares the work between replicas', async () => {
    const caller = await boot([], 'gateway');
    await Promise.all([boot([DirectoryController]), boot([DirectoryController])]);
    await Promise.all(Array.from({ length: 50 }, () => agencyOf(caller).getAgency(by('a1'))));
    expect(calls).toBe(50);
  });
});
