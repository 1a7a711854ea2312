import type { DescMethodUnary, DescService, MessageInitShape, MessageShape } from '@bufbuild/protobuf';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { withClientSpan } from '@intervia/observability';
import { AppError } from '@intervia/rules';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { headers } from '@nats-io/transport-node';
import { Unavailable, decodeProblem } from '../errors.js';
import { HEADER } from '../events/events.js';
import { BusMeter } from '../meters.js';
import { rpcSubject } from '../subjects.js';
import { firstAnswer, isAbsence } from './first-answer.js';

export interface CallOptions {
  /** How long an answer may take in all, whatever is asked again meanwhile. */
  timeoutMs?: number;
}

/** One typed function per unary method of the service. */
export type ServiceClient<S extends DescService> = {
  [M in keyof S['method']]: S['method'][M] extends DescMethodUnary<infer I, infer O>
    ? (request: MessageInitShape<I>, options?: CallOptions) => Promise<MessageShape<O>>
    : never;
};

const DEADLINE_MS = 15_000;

/**
 * Calls other services. What is not answered is asked again until the deadline:
 * commands carry a command id and reads are harmless, so a second delivery does no harm.
 */
export class BusClient {
  private readonly clients = new Map<string, unknown>();

  constructor(
    private readonly connection: NatsConnection,
    private readonly meter = new BusMeter(),
    private readonly tryMs?: number,
  ) {}

  service<S extends DescService>(service: S): ServiceClient<S> {
    let client = this.clients.get(service.typeName);
    if (client === undefined) {
      client = Object.fromEntries(
        service.methods
          .filter((method): method is DescMethodUnary => method.methodKind === 'unary')
          .map((method) => [method.localName, this.caller(method)]),
      );
      this.clients.set(service.typeName, client);
    }
    return client as ServiceClient<S>;
  }

  private caller(method: DescMethodUnary) {
    const subject = rpcSubject(method);
    return async (request: MessageInitShape<typeof method.input>, options: CallOptions = {}) => {
      const body = toBinary(method.input, create(method.input, request));
      const stop = this.meter.call(subject);
      try {
        const reply = await withClientSpan(subject, (trace) =>
          this.request(subject, body, trace, method.parent.typeName, options.timeoutMs ?? DEADLINE_MS),
        );
        if (reply.headers?.has(HEADER.error)) throw decodeProblem(reply.data);
        stop('ok');
        return fromBinary(method.output, reply.data);
      } catch (error) {
        stop(error instanceof AppError ? error.code : 'FAILED');
        throw error;
      }
    };
  }

  private async request(
    subject: string,
    body: Uint8Array,
    trace: Readonly<Record<string, string>>,
    service: string,
    deadlineMs: number,
  ): Promise<Msg> {
    const traceHeaders = toHeaders(trace);
    try {
      return await firstAnswer(
        (timeout) => this.connection.request(subject, body, { timeout, headers: traceHeaders }),
        { deadlineMs, tryMs: this.tryMs },
      );
    } catch (error) {
      throw isAbsence(error) ? new Unavailable(service, { cause: error }) : error;
    }
  }
}

function toHeaders(values: Readonly<Record<string, string>>) {
  const entries = Object.entries(values);
  if (entries.length === 0) return undefined;
  const result = headers();
  for (const [name, value] of entries) result.set(name, value);
  return result;
}
