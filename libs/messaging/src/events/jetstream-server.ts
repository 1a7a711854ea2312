import type { DescMessage, Message } from '@bufbuild/protobuf';
import { fromBinary } from '@bufbuild/protobuf';
import type { HealthRegistry } from '@intervia/observability';
import { withServerSpan } from '@intervia/observability';
import type { JetStreamClient, JetStreamManager, JsMsg } from '@nats-io/jetstream';
import type { CustomTransportStrategy, MessageHandler } from '@nestjs/microservices';
import { Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { CrashFollower } from './crash-follower.js';
import type { EventExtras } from '../decorators.js';
import { JETSTREAM } from '../decorators.js';
import { BACKOFF_MS, advisoriesDurable, eventsDurable } from './durables.js';
import { EventConsumer, Undeliverable } from './event-consumer.js';
import type { EventMeta } from './events.js';
import { BusMeter } from '../meters.js';
import { eventSubject, replaySubject } from '../subjects.js';

interface Options {
  service: string;
  backoffMs?: readonly number[];
  health?: HealthRegistry;
  meter?: BusMeter;
}

interface Part {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Hands events to `@OnEvent` methods. One durable per proto package of events,
 * because nats-server 2.9 allows one filter subject per consumer.
 */
export class JetStreamServer extends Server implements CustomTransportStrategy {
  override readonly transportId = JETSTREAM;
  /** Types with two handlers, which would share one place in the inbox: the second would be taken for done. */
  readonly handledTwice = new Set<string>();
  private readonly schemas = new Map<string, DescMessage>();
  private readonly service: string;
  private readonly meter: BusMeter;
  private parts: Part[] = [];

  constructor(
    private readonly stream: JetStreamClient,
    private readonly manager: JetStreamManager,
    private readonly options: Options,
  ) {
    super();
    this.service = options.service;
    this.meter = options.meter ?? new BusMeter();
  }

  override addHandler(type: string, callback: MessageHandler, isEvent?: boolean, extras?: EventExtras): void {
    if (this.messageHandlers.has(type)) this.handledTwice.add(type);
    for (const schema of extras?.schemas ?? []) this.schemas.set(schema.typeName, schema);
    super.addHandler(type, callback, isEvent, extras);
  }

  override getHandlerByPattern(type: string): MessageHandler | null {
    return this.messageHandlers.get(type) ?? null;
  }

  listen(done: (error?: unknown) => void): void {
    this.parts = this.packages().flatMap((protoPackage) => this.consume(protoPackage));
    Promise.all(this.parts.map((part) => part.start())).then(() => done(), done);
  }

  async close(): Promise<void> {
    await Promise.all(this.parts.map((part) => part.stop()));
  }

  on(): never {
    throw new Error('JetStreamServer emits no events; watch the NATS connection instead');
  }

  unwrap<T>(): T {
    return this.stream as T;
  }

  private packages(): string[] {
    return [...new Set([...this.schemas.values()].map((schema) => schema.file.proto.package))];
  }

  private consume(protoPackage: string): Part[] {
    const { service, stream, manager, logger, meter } = this;
    const { backoffMs = BACKOFF_MS, health } = this.options;
    const wanted = eventsDurable(service, protoPackage, backoffMs);
    meter.watchLag(wanted.durable, async () => {
      const { num_pending, num_ack_pending } = await manager.consumers.info(wanted.stream, wanted.durable);
      return num_pending + num_ack_pending;
    });
    const handle = (message: JsMsg, meta: EventMeta) => this.handle(message, meta);
    const isUnwell = async () => (await health?.report())?.status === 'down';
    const options = { service, wanted, backoffMs, isUnwell, handle };
    return [
      new EventConsumer(stream, manager, logger, options),
      new CrashFollower(stream, manager, logger, {
        service,
        wanted: advisoriesDurable(service, protoPackage),
      }),
    ];
  }

  /** The subject decides, which NATS guards; what the headers claim must agree with it. */
  private isMeant(subject: string, { type, agencyId }: EventMeta): boolean {
    try {
      return (
        subject === eventSubject(type, agencyId) || subject === replaySubject(type, agencyId, this.service)
      );
    } catch (cause) {
      // Headers that no publisher of ours writes: another try would read the same.
      throw new Undeliverable('MALFORMED_EVENT', { cause });
    }
  }

  private async handle(message: JsMsg, meta: EventMeta): Promise<boolean> {
    if (!this.isMeant(message.subject, meta)) return false;
    const handler = this.messageHandlers.get(meta.type);
    const schema = this.schemas.get(meta.type);
    if (!handler || !schema) return false;
    const event = decode(schema, message);
    const stop = this.meter.handle(meta.type);
    try {
      await withServerSpan(
        meta.type,
        (name) => message.headers?.get(name) || undefined,
        async () => {
          const result: unknown = await handler(event, meta);
          if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
        },
      );
    } catch (error) {
      stop('failed');
      throw error;
    }
    stop('ok');
    return true;
  }
}

function decode(schema: DescMessage, message: JsMsg): Message {
  try {
    return fromBinary(schema, message.data);
  } catch (cause) {
    throw new Undeliverable('MALFORMED_EVENT', { cause });
  }
}
