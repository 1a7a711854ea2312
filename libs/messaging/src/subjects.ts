import type { DescMethod } from '@bufbuild/protobuf';

/**
 * Every subject of the house is built here. RPC and events have different roots:
 * a stream that captured RPC subjects would answer requests with its own ack.
 */
export const EVENTS_STREAM = 'EVENTS';
export const EVENTS_SUBJECTS = 'evt.>';
export const DEAD_STREAM = 'DEAD';
export const DEAD_SUBJECTS = 'dead.>';
export const ADVISORIES_STREAM = 'ADVISORIES';

export const rpcSubject = (method: DescMethod): string => `rpc.${method.parent.typeName}.${method.name}`;

export const eventSubject = (type: string, agencyId: string): string => `evt.${type}.${token(agencyId)}`;

/**
 * An event once more, for the service that gave up on it and for no other. The service closes the subject, so that
 * NATS lets it publish what is addressed to itself, and nothing else of another's facts.
 */
export const replaySubject = (type: string, agencyId: string, service: string): string =>
  `${eventSubject(type, agencyId)}.${token(service)}`;

/** Where a service is asked to take once more an event that it gave up on. */
export const replayRequests = (service: string): string => `replay.${token(service)}`;

/** All events of a proto package, of every agency. */
export const packageFilter = (protoPackage: string): string => `evt.${protoPackage}.>`;

/** Whatever is published of one agency; not what is published once more for one service. */
export const agencyFilter = (agencyId: string): string => `evt.*.*.*.*.*.${token(agencyId)}`;

/** Where a service says how it is. */
export const healthSubject = (service: string): string => `health.${token(service)}`;

/** Replies to a service, which nobody else may read. */
export const inboxPrefix = (service: string): string => `_INBOX.${token(service)}`;

export const deadSubject = (service: string): string => `dead.${token(service)}`;

/** A consumer name holds no dot. */
export const durableName = (service: string, protoPackage: string): string =>
  `${token(service)}-${protoPackage.replaceAll('.', '_')}`;

export const maxDeliveriesAdvisory = (durable: string): string =>
  `$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.${EVENTS_STREAM}.${durable}`;

/** One level of a subject. A dot or a wildcard in an id would change who receives the message. */
function token(value: string): string {
  if (!/^[A-Za-z0-9_-]+$/.test(value)) throw new Error(`Not usable in a subject: ${JSON.stringify(value)}`);
  return value;
}
