import type { ConsumerInfo, JetStreamManager } from '@nats-io/jetstream';
import { AckPolicy, DeliverPolicy, JetStreamApiCodes, JetStreamApiError } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import {
  ADVISORIES_STREAM,
  EVENTS_STREAM,
  durableName,
  maxDeliveriesAdvisory,
  packageFilter,
} from '../subjects.js';

const ACK_WAIT_MS = 15_000;
const ADVISORY_ACK_WAIT_MS = 30_000;
const MAX_PENDING = 1_000;

/** Pauses between tries, in all about four minutes: longer than a restart of anything. */
export const BACKOFF_MS: readonly number[] = [
  200, 1_000, 3_000, 5_000, 10_000, 20_000, 40_000, 60_000, 90_000,
];

interface DurableSettings {
  readonly filter_subject: string;
  readonly ack_wait: number;
  readonly max_deliver: number;
  readonly max_ack_pending: number;
}

/** A durable as it must be on the server: a service reads it, the operator makes it. */
export interface Durable {
  readonly stream: string;
  readonly durable: string;
  readonly settings: DurableSettings;
}

/** The events of a proto package, for a service. One more try than pauses, and an event is dead. */
export const eventsDurable = (
  service: string,
  protoPackage: string,
  backoffMs: readonly number[] = BACKOFF_MS,
): Durable => ({
  stream: EVENTS_STREAM,
  durable: durableName(service, protoPackage),
  settings: {
    filter_subject: packageFilter(protoPackage),
    ack_wait: nanos(ACK_WAIT_MS),
    max_deliver: backoffMs.length + 1,
    max_ack_pending: MAX_PENDING,
  },
});

/** What the server says about events of that durable that were tried too often. */
export const advisoriesDurable = (service: string, protoPackage: string): Durable => {
  const durable = durableName(service, protoPackage);
  return {
    stream: ADVISORIES_STREAM,
    durable,
    settings: {
      filter_subject: maxDeliveriesAdvisory(durable),
      ack_wait: nanos(ADVISORY_ACK_WAIT_MS),
      max_deliver: -1,
      max_ack_pending: 10,
    },
  };
};

/** Both, for every package that a service follows. */
export const durablesOf = (service: string, protoPackage: string): readonly Durable[] => [
  eventsDurable(service, protoPackage),
  advisoriesDurable(service, protoPackage),
];

const isAsWanted = ({ config }: ConsumerInfo, settings: DurableSettings): boolean =>
  Object.entries(settings).every(([name, value]) => config[name as keyof typeof config] === value);

const unlessAbsent = (error: unknown): undefined => {
  const code = error instanceof JetStreamApiError ? error.code : undefined;
  if (code === JetStreamApiCodes.ConsumerNotFound || code === JetStreamApiCodes.StreamNotFound)
    return undefined;
  throw error;
};

/** Makes the durable, or brings the one of an older release to today's settings. One that is right is only looked at. */
export async function ensureDurable(manager: JetStreamManager, wanted: Durable): Promise<void> {
  const { stream, durable, settings } = wanted;
  const { consumers } = manager;
  const known = await consumers.info(stream, durable).catch(unlessAbsent);
  if (known && isAsWanted(known, settings)) return;
  if (known) await consumers.update(stream, durable, settings);
  else {
    const policies = { ack_policy: AckPolicy.Explicit, deliver_policy: DeliverPolicy.All };
    await consumers.add(stream, { ...settings, ...policies, durable_name: durable });
  }
}
