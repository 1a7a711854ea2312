import type {
  JetStreamClient,
  JetStreamManager,
  NextMsgRequest,
  SeqMsgRequest,
  StoredMsg,
} from '@nats-io/jetstream';
import type { MsgHdrs, NatsConnection } from '@nats-io/transport-node';
import { headers } from '@nats-io/transport-node';
import type { LoggerService } from '@nestjs/common';
import type { EventMeta } from './events.js';
import { readEnvelope, writeEnvelope } from './events.js';
import { DEAD_STREAM, DEAD_SUBJECTS, deadSubject, replayRequests, replaySubject } from '../subjects.js';

const DEAD_HEADER = {
  service: 'Intervia-Dead-Service',
  reason: 'Intervia-Dead-Reason',
  deliveries: 'Intervia-Dead-Deliveries',
} as const;

const TAKEN = 'taken';

/** An event that a service gave up on. */
export interface DeadLetter extends Omit<EventMeta, 'sequence'> {
  /** Of the letter, not of the event. */
  sequence: number;
  service: string;
  reason: string;
  diedAt: Date;
  data: Uint8Array;
}

export interface DeadLetterFilter {
  service?: string;
  /** Default 100. */
  limit?: number;
}

export interface Burial {
  service: string;
  durable: string;
  /** Of the event. */
  seq: number;
  headers: MsgHdrs | undefined;
  data: Uint8Array;
  reason: string;
  deliveries: number;
}

/** Files the event with its original headers. Twice is once: the consumer and the advisory may both do it. */
export async function bury(stream: JetStreamClient, burial: Burial): Promise<void> {
  const { service, durable, seq, data, reason, deliveries } = burial;
  const labels = headers();
  for (const [name, values] of burial.headers ?? []) {
    if (name.startsWith('Intervia-') && values[0] !== undefined) labels.set(name, values[0]);
  }
  labels.set(DEAD_HEADER.service, service);
  labels.set(DEAD_HEADER.reason, reason.replaceAll(/\s+/g, ' ').slice(0, 500));
  labels.set(DEAD_HEADER.deliveries, String(deliveries));
  await stream.publish(deadSubject(service), data, { msgID: `${durable}.${seq}`, headers: labels });
}

const ANSWER_MS = 5_000;

/** What an administrator does with dead letters: read them, and once the cause is mended, have them delivered again. */
export class DeadLetters {
  constructor(
    private readonly connection: NatsConnection,
    private readonly stream: JetStreamClient,
    private readonly manager: JetStreamManager,
  ) {}

  /** Oldest first. */
  async list({ service, limit = 100 }: DeadLetterFilter = {}): Promise<DeadLetter[]> {
    const subject = service === undefined ? DEAD_SUBJECTS : deadSubject(service);
    const letters: DeadLetter[] = [];
    for (let seq = 1; letters.length < limit; seq = letters.at(-1)!.sequence + 1) {
      const query: NextMsgRequest & SeqMsgRequest = { seq, next_by_subj: subject };
      const stored = await this.manager.streams.getMessage(DEAD_STREAM, query);
      if (stored === null) break;
      letters.push(toLetter(stored));
    }
    return letters;
  }

  /**
   * Delivers the event again to the service that gave up, and to no other, then forgets the letter.
   * @returns false when there is no such letter (any more).
   * @throws an outage when that service does not answer: the letter stays.
   */
  async replay(sequence: number): Promise<boolean> {
    const letter = await this.read(sequence);
    if (letter === undefined) return false;
    const request = replayRequests(letter.service);
    const reply = await this.connection.request(request, String(sequence), { timeout: ANSWER_MS });
    if (reply.string() !== TAKEN)
      throw new Error(`${letter.service} could not take letter ${sequence} again`);
    return this.manager.streams.deleteMessage(DEAD_STREAM, sequence);
  }

  /**
   * Answers who replays letters of this service. The service addresses the event to itself: nobody else may publish
   * under that subject, so nobody can make it believe a fact that was never told.
   */
  answer(service: string, logger: LoggerService): void {
    this.connection.subscribe(replayRequests(service), {
      queue: service,
      callback: (_error, message) => {
        void this.take(service, Number(message.string()))
          .then(() => message.respond(TAKEN))
          .catch((error: unknown) => {
            logger.error({ err: error }, 'a dead letter could not be taken again');
            message.respond();
          });
      },
    });
  }

  private async take(service: string, sequence: number): Promise<void> {
    const letter = await this.read(sequence);
    if (letter?.service !== service) throw new Error(`letter ${sequence} is not of ${service}`);
    const subject = replaySubject(letter.type, letter.agencyId, service);
    // Not the id of the event, which the stream may still remember and would drop.
    const msgID = `replay.${sequence}`;
    await this.stream.publish(subject, letter.data, { msgID, headers: writeEnvelope(letter) });
  }

  private async read(sequence: number): Promise<DeadLetter | undefined> {
    const stored = await this.manager.streams.getMessage(DEAD_STREAM, { seq: sequence });
    return stored === null ? undefined : toLetter(stored);
  }
}

function toLetter({ seq, header, time, data }: StoredMsg): DeadLetter {
  return {
    ...readEnvelope(header, seq, Number(header.get(DEAD_HEADER.deliveries))),
    service: header.get(DEAD_HEADER.service),
    reason: header.get(DEAD_HEADER.reason),
    diedAt: time,
    data,
  };
}
