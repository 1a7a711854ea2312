import type { JetStreamManager, StreamInfo } from '@nats-io/jetstream';
import { JetStreamApiCodes, JetStreamApiError, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import {
  ADVISORIES_STREAM,
  DEAD_STREAM,
  DEAD_SUBJECTS,
  EVENTS_STREAM,
  EVENTS_SUBJECTS,
  maxDeliveriesAdvisory,
} from '../subjects.js';

/** A relay that lost its NATS for less than this can publish again without doubling anything. */
const DEDUPE_WINDOW_MS = 10 * 60_000;
const DAY_MS = 24 * 3600_000;
const MIB = 1024 * 1024;

const COMMON = {
  storage: StorageType.File,
  retention: RetentionPolicy.Limits,
  duplicate_window: nanos(DEDUPE_WINDOW_MS),
};

/**
 * Facts are kept so long that a year's statistics can be made again from them, and no longer: they hold what people
 * wrote. Whichever bound is met first drops the oldest.
 */
const STREAMS = [
  { name: EVENTS_STREAM, subjects: [EVENTS_SUBJECTS], max_age: nanos(400 * DAY_MS), max_bytes: 4_096 * MIB },
  { name: DEAD_STREAM, subjects: [DEAD_SUBJECTS], max_age: nanos(90 * DAY_MS), max_bytes: 256 * MIB },
  {
    name: ADVISORIES_STREAM,
    subjects: [maxDeliveriesAdvisory('>')],
    max_age: nanos(7 * DAY_MS),
    max_bytes: 64 * MIB,
  },
];

/** Of an older release, without one of today's bounds. */
const isUnbounded = ({ config }: StreamInfo): boolean => config.max_age === 0 || config.max_bytes <= 0;

/**
 * Creates what is missing, bounds what an older release left without bounds, and leaves the rest as an operator has
 * shaped it (age, place, copies).
 * @param copies of each fact, where the server is a cluster of as many
 */
export async function ensureStreams(manager: JetStreamManager, copies = 1): Promise<void> {
  for (const stream of STREAMS) {
    const known = await manager.streams.info(stream.name).catch(unlessAbsent);
    if (!known) await manager.streams.add({ ...COMMON, ...stream, num_replicas: copies });
    else if (isUnbounded(known)) {
      const { max_age, max_bytes } = stream;
      await manager.streams.update(stream.name, { max_age, max_bytes });
    }
  }
}

function unlessAbsent(error: unknown): undefined {
  if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound) return undefined;
  throw error;
}
