import type { JetStreamManager } from '@nats-io/jetstream';
import { JetStreamApiCodes, JetStreamApiError, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import {
  ADVISORIES_STREAM,
  DEAD_STREAM,
  DEAD_SUBJECTS,
  EVENTS_STREAM,
  EVENTS_SUBJECTS,
  maxDeliveriesAdvisory,
} from './subjects.js';

/** A relay that lost its NATS for less than this can publish again without doubling anything. */
const DEDUPE_WINDOW_MS = 10 * 60_000;
const ADVISORY_AGE_MS = 7 * 24 * 3600_000;

const COMMON = {
  storage: StorageType.File,
  retention: RetentionPolicy.Limits,
  duplicate_window: nanos(DEDUPE_WINDOW_MS),
};

const STREAMS = [
  { name: EVENTS_STREAM, subjects: [EVENTS_SUBJECTS] },
  { name: DEAD_STREAM, subjects: [DEAD_SUBJECTS] },
  { name: ADVISORIES_STREAM, subjects: [maxDeliveriesAdvisory('>')], max_age: nanos(ADVISORY_AGE_MS) },
];

/** Creates what is missing, and leaves what an operator has shaped (replicas, age, place) as it is. */
export async function ensureStreams(manager: JetStreamManager): Promise<void> {
  for (const stream of STREAMS) {
    const known = await manager.streams.info(stream.name).catch(unlessAbsent);
    if (!known) await manager.streams.add({ ...COMMON, ...stream });
  }
}

function unlessAbsent(error: unknown): undefined {
  if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound) return undefined;
  throw error;
}
