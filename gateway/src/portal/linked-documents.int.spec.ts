import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  AuthorizeLinkRequest,
  AuthorizeLinkResponseSchema,
  DocumentRef,
  GetCorrespondentRequest,
  GetCorrespondentResponseSchema,
  GetMissionRequest,
  GetMissionResponseSchema,
} from '@intervia/contracts';
import { ActorKind, PortalService, TicketsService } from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { AppError, listen, MessagingModule, NoHttpAdapter, RpcMethod } from '@intervia/messaging';
import { withBus } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';
import { Readable } from 'node:stream';
import request from 'supertest';
import { bootGateway } from '../boot.js';
import { envOf } from '../testing/house.js';
import { PDF } from '../testing/samples.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

/** Every place of a view that names a document, by what the document is. */
const OF_MISSION = ['attachment', 'sent', 'signed', 'told-contractor'];
const OF_OWNER = ['quote', 'told-owner'];
const SECRET = 'note';

const files = new Map<string, DocumentRef>();
const refs = (...names: string[]) => names.flatMap((name) => files.get(name) ?? []);
const readers: unknown[] = [];

@Controller()
class FakeLinks {
  @RpcMethod(PortalService.method.authorizeLink)
  async authorizeLink(
    @Payload() { token }: AuthorizeLinkRequest,
  ): Promise<MessageInitShape<typeof AuthorizeLinkResponseSchema>> {
    const link = { agencyId: 'a', ticketId: 'ticket-a' };
    if (token === 'contractor') return { ...link, missionId: 'mission-a' };
    if (token === 'owner') return { ...link, correspondentId: 'owner-a' };
    throw new AppError('LINK_UNKNOWN', 'not-found');
  }

  @RpcMethod(TicketsService.method.getMission)
  async getMission(
    @Payload() { caller }: GetMissionRequest,
  ): Promise<MessageInitShape<typeof GetMissionResponseSchema>> {
    readers.push(caller?.actor);
    const [signedQuote] = refs('signed');
    return {
      mission: {
        attachments: refs('attachment'),
        sent: [{ ref: refs('sent')[0] }],
        ...(signedQuote && { signedQuote }),
        threads: [{ messages: [{ documents: refs('told-contractor') }] }],
      },
    };
  }

  @RpcMethod(TicketsService.method.getCorrespondent)
  async getCorrespondent(
    @Payload() { caller }: GetCorrespondentRequest,
  ): Promise<MessageInitShape<typeof GetCorrespondentResponseSchema>> {
    readers.push(caller?.actor);
    return {
      correspondent: {
        quotes: [{ documents: refs('quote') }],
        threads: [{ messages: [{ documents: refs('told-owner') }] }],
      },
    };
  }
}

@Module({})
class FakeServices {}

const openLinks = () =>
  withBus(async ({ env, folder, own }) => {
    const store = await LocalFileStore.open(folder);
    for (const name of [...OF_MISSION, ...OF_OWNER, SECRET]) {
      const file = await store.put('a', `${name}.pdf`, Readable.from([PDF, name]));
      files.set(name, file as DocumentRef);
    }
    const module = {
      module: FakeServices,
      imports: [MessagingModule.forRoot({ service: 'fakes', natsUrl: env.NATS_URL, clock: 'system' })],
      controllers: [FakeLinks],
    };
    const services = own(await NestFactory.create(module, new NoHttpAdapter(), { logger: false }));
    await listen(services, { service: 'fakes' });
    const gateway = own(await bootGateway(envOf({ ...env, FILES_DIR: folder })));
    return { url: await gateway.getUrl() };
  });

describe('documents through a link', () => {
  let house: Awaited<ReturnType<typeof openLinks>>;
  beforeAll(async () => {
    house = await openLinks();
  });
  afterAll(() => house?.close());

  const statusOf = async (token: string, name: string): Promise<number> =>
    (await request(house.url).get(`/i/${token}/documents/${files.get(name)?.id}`)).status;

  it.each(OF_MISSION)('gives a contractor its %s, and an owner not', async (name) => {
    expect(await statusOf('contractor', name)).toBe(200);
    expect(await statusOf('owner', name)).toBe(404);
  });

  it.each(OF_OWNER)('gives an owner the %s, and a contractor not', async (name) => {
    expect(await statusOf('owner', name)).toBe(200);
    expect(await statusOf('contractor', name)).toBe(404);
  });

  it('gives nobody what no view names, and nothing without a link', async () => {
    expect(await statusOf('contractor', SECRET)).toBe(404);
    expect(await statusOf('owner', SECRET)).toBe(404);
    expect(await statusOf('guess', 'attachment')).toBe(404);
  });

  it('asks for the view in the name of the link’s holder', async () => {
    readers.length = 0;
    await statusOf('contractor', 'sent');
    await statusOf('owner', 'quote');
    expect(readers).toMatchObject([
      { kind: ActorKind.CONTRACTOR, id: 'mission-a' },
      { kind: ActorKind.THIRD_PARTY, id: 'owner-a' },
    ]);
  });
});
