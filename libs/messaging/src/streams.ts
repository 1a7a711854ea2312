import type { JetStreamManager } from '@nats-io/jetstream';
import { RetentionPolicy, StorageType } from '@nats-io/jetstream';
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

/** Creates what is missing. Every service does it at boot; asking twice changes nothing. */
export async function ensureStreams(manager: JetStreamManager): Promise<void> {
  const common = {
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    duplicate_window: nanos(DEDUPE_WINDOW_MS),
  };
  await manager.streams.add({ ...common, name: EVENTS_STREAM, subjects: [EVENTS_SUBJECTS] });
  await manager.streams.add({ ...common, name: DEAD_STREAM, subjects: [DEAD_SUBJECTS] });
  await manager.streams.add({
    ...common,
    name: ADVISORIES_STREAM,
    subjects: [maxDeliveriesAdvisory('>')],
    max_age: nanos(ADVISORY_AGE_MS),
  });
}
