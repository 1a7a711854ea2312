import { MovableClock } from '@intervia/clock';
import { TicketsService } from '@intervia/contracts';
import type { Ticket } from '@intervia/contracts';
import type { DescMessage } from '@bufbuild/protobuf';
import { fromBinary } from '@bufbuild/protobuf';
import { BusClient, NATS_CONNECTION } from '@intervia/messaging';
import type { AppError, ServiceClient } from '@intervia/messaging';
import { withStack } from '@intervia/testing';
import type { Stack as Servers } from '@intervia/testing';
import type { NatsConnection } from '@nats-io/transport-node';
import type { INestApplication } from '@nestjs/common';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { TICKET } from '../adapters/mongo/ticket/ticket.schema.js';
import type { TicketFields } from '../adapters/mongo/ticket/ticket.schema.js';
import { bootTickets } from '../boot.js';
import { TicketsEnv } from '../tickets.env.js';
import { byUser, command, draftRequest } from './requests.js';

/** An event as it went over NATS. */
interface SeenEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
}

/** The service on real servers. */
export interface Stack {
  readonly app: INestApplication;
  readonly env: TicketsEnv;
  readonly tickets: ServiceClient<typeof TicketsService>;
  readonly model: Model<TicketFields>;
  readonly clock: MovableClock;
  /** Every event published since the start. */
  readonly seen: readonly SeenEvent[];
  stop(): Promise<void>;
}

export async function startStack({
  replicas = 1,
  env = {},
}: { replicas?: number; env?: Partial<TicketsEnv> } = {}): Promise<Stack> {
  const { close, ...stack } = await withStack({}, (servers) => bootStack(servers, replicas, env));
  return { ...stack, stop: close };
}

async function bootStack(
  { env: servers, own }: Servers,
  replicas: number,
  more: Partial<TicketsEnv>,
): Promise<Omit<Stack, 'stop'>> {
  const env = Object.assign(new TicketsEnv(), servers, { CLOCK: 'movable' }, more);
  const apps: INestApplication[] = [];
  for (let i = 0; i < replicas; i += 1) apps.push(own(await bootTickets(env)));
  const [app] = apps as [INestApplication];
  const connection = app.get<NatsConnection>(NATS_CONNECTION);
  const seen: SeenEvent[] = [];
  const stored = new Set<string>();
  connection.subscribe('evt.>', {
    callback: (_error, { headers, data }) => {
      const id = headers?.get('Intervia-Id') ?? '';
      // The stream stores what was published twice once: so does this.
      if (!stored.has(id)) seen.push({ id, type: headers?.get('Intervia-Type') ?? '', data });
      stored.add(id);
    },
  });
  await connection.flush();
  return {
    app,
    env,
    tickets: app.get(BusClient).service(TicketsService),
    model: app.get<Model<TicketFields>>(getModelToken(TICKET)),
    clock: own(await MovableClock.connect(connection)),
    seen,
  };
}

export function eventsOf<S extends DescMessage>(stack: Stack, schema: S) {
  return stack.seen
    .filter(({ type }) => type === schema.typeName)
    .map(({ data }) => fromBinary(schema, data));
}

export function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there');
  return value;
}

export async function open(stack: Stack, draft = draftRequest(), context = command()): Promise<Ticket> {
  return known((await stack.tickets.openTicket({ context, draft })).ticket);
}

/** As its agency reads it. */
export async function reread({ tickets }: Stack, ticketId: string): Promise<Ticket> {
  return known((await tickets.getTicket({ caller: byUser(), ticketId })).ticket);
}

export function missionOf(ticket: Ticket, index = 0): string {
  return known(ticket.missions[index]).id;
}

export function tomorrow({ clock }: Stack): Date {
  return new Date(clock.now().getTime() + 86_400_000);
}

/** The refusal of a call. */
export function problem(call: Promise<unknown>): Promise<AppError> {
  return call.then(
    () => Promise.reject(new Error('was accepted')),
    (error: AppError) => error,
  );
}
