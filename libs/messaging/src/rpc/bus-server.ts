import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import type { NatsConnection } from '@nats-io/transport-node';
import type { CustomTransportStrategy, MessageHandler } from '@nestjs/microservices';
import { Server } from '@nestjs/microservices';
import type { Msg, Subscription } from '@nats-io/transport-node';
import { headers } from '@nats-io/transport-node';
import { withServerSpan } from '@intervia/observability';
import { isObservable, lastValueFrom } from 'rxjs';
import type { RpcExtras } from '../decorators.js';
import { BUS } from '../decorators.js';
import { AppError } from '@intervia/rules';
import { Busy, MalformedRequest, asAppError, encodeProblem } from '../errors.js';
import { HEADER } from '../events/events.js';
import { asOutage } from '../outages.js';
import { BusMeter } from '../meters.js';
import { within } from './within.js';

/** Beyond so many at once a service answers that it is busy, at once, instead of letting all of them wait. */
const MAX_RUNNING = 256;

/** A server that cannot be reached must not hold up a shutdown. */
const UNSUBSCRIBE_MS = 2_000;

/** Answers RPCs in protobuf. Replicas share the work through the queue group `service`. */
export class BusServer extends Server implements CustomTransportStrategy {
  override readonly transportId = BUS;
  private readonly subscriptions: Subscription[] = [];
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly connection: NatsConnection,
    private readonly service: string,
    private readonly meter = new BusMeter(),
  ) {
    super();
  }

  listen(done: (error?: unknown) => void): void {
    for (const [subject, handler] of this.messageHandlers) {
      const subscription = this.connection.subscribe(subject, {
        queue: this.service,
        callback: (error, message) => {
          if (error) this.logger.error(error);
          else if (this.running.size >= MAX_RUNNING) refuse(message, new Busy(this.service));
          else this.track(this.answer(handler, message));
        },
      });
      this.subscriptions.push(subscription);
    }
    this.connection.flush().then(() => done(), done);
  }

  /** Takes no new request, answers those it has, and leaves the connection to its owner. */
  async close(): Promise<void> {
    await within(UNSUBSCRIBE_MS, Promise.all(this.subscriptions.map((subscription) => subscription.drain())));
    await Promise.all(this.running);
    await within(UNSUBSCRIBE_MS, this.connection.flush());
  }

  /** The base class parses the pattern as JSON first, which throws for each of our subjects. */
  override getHandlerByPattern(pattern: string): MessageHandler | null {
    return this.messageHandlers.get(pattern) ?? null;
  }

  on(): never {
    throw new Error('BusServer emits no events; watch the NATS connection instead');
  }

  unwrap<T>(): T {
    return this.connection as T;
  }

  private track(work: Promise<void>): void {
    this.running.add(work);
    void work.finally(() => this.running.delete(work));
  }

  private async answer(handler: MessageHandler, message: Msg): Promise<void> {
    const stop = this.meter.answer(message.subject);
    try {
      const reply = await this.handle(handler, message);
      message.respond(reply);
      stop('ok');
    } catch (error) {
      const problem = this.problemOf(error, message.subject);
      refuse(message, problem);
      stop(problem.code);
    }
  }

  private async handle(handler: MessageHandler, message: Msg): Promise<Uint8Array> {
    const { method } = handler.extras as RpcExtras;
    const request = decode(method.input, message.data);
    return withServerSpan(message.subject, readTrace(message), async () => {
      const result: unknown = await handler(request, message);
      const response = isObservable(result) ? await lastValueFrom(result) : result;
      return toBinary(method.output, create(method.output, response as never));
    });
  }

  /** What is not meant for the caller is logged here and leaves no detail on the bus. */
  private problemOf(error: unknown, subject: string): AppError {
    const known = asAppError(error);
    if (known) return known;
    const outage = asOutage(error);
    if (outage) {
      this.logger.warn({ err: error, subject }, 'request met an outage');
      return outage;
    }
    this.logger.error({ err: error, subject }, 'request failed');
    return new AppError('INTERNAL', 'internal');
  }
}

function refuse(message: Msg, problem: AppError): void {
  const errorHeaders = headers();
  errorHeaders.set(HEADER.error, problem.code);
  message.respond(encodeProblem(problem), { headers: errorHeaders });
}

function decode(schema: RpcExtras['method']['input'], bytes: Uint8Array) {
  try {
    return fromBinary(schema, bytes);
  } catch (cause) {
    throw new MalformedRequest(schema.typeName, { cause });
  }
}

function readTrace(message: Msg): (name: string) => string | undefined {
  return (name) => message.headers?.get(name) || undefined;
}
