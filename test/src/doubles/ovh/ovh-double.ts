import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fastify } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { Fault } from './faults.js';
import { FAULTS, FaultPlan } from './faults.js';
import type { JobRequest } from './job.js';
import { isRefusal, readJob } from './job.js';
import { Network } from './network.js';
import { smsPage } from './page.js';
import type { OvhAccount, Refusal } from './signature.js';
import { refusalOf } from './signature.js';
import type { OutgoingSms } from './sms-store.js';
import { SmsStore } from './sms-store.js';

export interface OvhDoubleOptions {
  /** 0 takes a free one. */
  port: number;
  dataDir: string;
  tls: { key: string | Buffer; cert: string | Buffer };
  account?: OvhAccount;
  /** Further accounts behind the same API, as agencies have. */
  others?: readonly OvhAccount[];
}

export interface OvhDouble {
  url: string;
  port: number;
  account: OvhAccount;
  /** Everything accepted, oldest first. */
  messages(): readonly OutgoingSms[];
  /** What goes wrong with the next `times` jobs. */
  injectFault(fault: Fault, times?: number): void;
  /** What the telephone network says from now on of SMS to this number, those already sent too; 4 is "delivered". */
  setFate(receiver: string, ptt: number): void;
  /** An SMS comes in. @returns its id, which a callback would tell. */
  receive(sender: string, message: string, service?: string): number;
  setCredits(left: number): void;
  stop(): Promise<void>;
}

/** Opens nothing but this double. */
export const DEMO_ACCOUNT: OvhAccount = {
  appKey: 'demo-application-key',
  appSecret: 'demo-application-secret',
  consumerKey: 'demo-consumer-key',
  service: 'sms-demo-1',
};

const BASE_PATH = '/1.0';

const nowSeconds = (): number => Math.floor(Date.now() / 1000);

function refuse(reply: FastifyReply, { status, errorCode, message }: Refusal): FastifyReply {
  return reply.code(status).send({ class: 'Client::Error', errorCode, message });
}

/** Never answers, or hangs up, as a network does: the caller cannot know what became of its request. */
function leaveUnanswered(reply: FastifyReply, fault: Fault): void {
  reply.hijack();
  if (fault !== 'timeout-after-acceptance') reply.raw.socket?.destroy();
}

interface Telephony {
  readonly accounts: readonly OvhAccount[];
  readonly store: SmsStore;
  readonly faults: FaultPlan;
  readonly network: Network;
}

const noSuchSms: Refusal = { status: 404, errorCode: 'NOT_FOUND', message: 'This SMS does not exist' };

/** `/sms/{service}` behind OVH's signature. */
function signedRoutes(app: FastifyInstance, { accounts, store, faults, network }: Telephony): void {
  app.addHook('preHandler', async (request, reply) => {
    const { method, headers } = request;
    const body = typeof request.body === 'string' ? request.body : '';
    const path = request.raw.url ?? '';
    const account = accounts.find(({ appKey }) => appKey === headers['x-ovh-application']) ?? accounts[0]!;
    const refusal = refusalOf(
      account,
      { method, host: headers.host ?? '', path, body, headers },
      nowSeconds(),
    );
    if (refusal) return refuse(reply, refusal);
    const { service } = request.params as { service: string };
    if (service === account.service) return undefined;
    return refuse(reply, { status: 404, errorCode: 'NOT_FOUND', message: 'This service does not exist' });
  });

  app.get('/sms/:service', async (request: FastifyRequest<{ Params: { service: string } }>) => {
    const used = store.all().reduce((sum, sms) => sum + sms.credits, 0);
    return { name: request.params.service, status: 'enable', creditsLeft: network.credits - used };
  });

  app.post('/sms/:service/jobs', async (request, reply) => {
    const fault = faults.next();
    if (fault === 'too-many-requests')
      return refuse(reply, { status: 429, errorCode: 'QUOTA', message: 'Too many requests' });
    if (fault === 'server-error')
      return refuse(reply, { status: 500, errorCode: 'INTERNAL', message: 'Internal error' });
    if (fault === 'drop-before-acceptance') return leaveUnanswered(reply, fault);
    const job = readJob(JSON.parse(request.body as string) as JobRequest, new Date());
    if (isRefusal(job)) return refuse(reply, job);
    const added = await store.add(job.accepted);
    if (fault) return leaveUnanswered(reply, fault);
    return reply.send({
      ids: added.map(({ id }) => id),
      validReceivers: job.validReceivers,
      invalidReceivers: job.invalidReceivers,
      totalCreditsRemoved: added.reduce((sum, sms) => sum + sms.credits, 0),
    });
  });

  app.get('/sms/:service/outgoing', async (request: FastifyRequest<{ Querystring: { tag?: string } }>) => {
    const { tag } = request.query;
    const found = store.all().filter((sms) => tag === undefined || sms.tag === tag);
    return found.map(({ id }) => id);
  });

  app.get(
    '/sms/:service/outgoing/:id',
    async (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
      const found = store.all().find(({ id }) => id === Number(request.params.id));
      return found ? network.withFate(found) : refuse(reply, noSuchSms);
    },
  );

  app.get('/sms/:service/incoming', async (request: FastifyRequest<{ Params: { service: string } }>) =>
    network.incomingOf(request.params.service).map(({ id }) => id),
  );

  app.get(
    '/sms/:service/incoming/:id',
    async (request: FastifyRequest<{ Params: { service: string; id: string } }>, reply) => {
      const { service, id } = request.params;
      const found = network.incomingOf(service).find((sms) => sms.id === Number(id));
      return found ?? refuse(reply, noSuchSms);
    },
  );
}

/** For people and tests of this machine: unsigned, and no part of OVH's API. */
function localRoutes(app: FastifyInstance, store: SmsStore, faults: FaultPlan): void {
  app.get('/', async (_request, reply) => reply.type('text/html').send(smsPage(store.all())));
  app.get('/messages', async () => store.all());
  app.post('/faults', async (request, reply) => {
    const { fault, times = 1 } = JSON.parse(request.body as string) as { fault: Fault; times?: number };
    if (!FAULTS.includes(fault)) return reply.code(400).send({ message: `One of ${FAULTS.join(', ')}` });
    faults.inject(fault, times);
    return reply.code(204).send();
  });
}

/** OVH's SMS API as the official `ovh` client speaks it (partners.md, "OVH SMS"). */
export async function startOvhDouble(options: OvhDoubleOptions): Promise<OvhDouble> {
  const account = options.account ?? DEMO_ACCOUNT;
  const store = await SmsStore.open(options.dataDir);
  const faults = new FaultPlan();
  const network = new Network();
  const accounts = [account, ...(options.others ?? [])];
  const app = fastify({ https: options.tls, forceCloseConnections: true }) as unknown as FastifyInstance;
  // As text: the signature is over the very bytes.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  localRoutes(app, store, faults);
  app.get(`${BASE_PATH}/auth/time`, async () => nowSeconds());
  await app.register(async (signed) => signedRoutes(signed, { accounts, store, faults, network }), {
    prefix: BASE_PATH,
  });
  await app.listen({ port: options.port, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `https://localhost:${port}`,
    port,
    account,
    messages: () => store.all(),
    injectFault: (fault, times = 1) => faults.inject(fault, times),
    setFate: (receiver, ptt) => network.setFate(receiver, ptt),
    receive: (sender, message, service = account.service) => network.receive(service, sender, message),
    setCredits: (left) => {
      network.credits = left;
    },
    stop: async () => {
      await app.close();
      await store.close();
    },
  };
}
