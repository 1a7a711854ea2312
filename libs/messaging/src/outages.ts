import { AppError } from '@intervia/rules';

/** What drivers throw when their server is away, is being restarted, or has lost its primary. */
const AWAY = new Set([
  ...[
    'MongoServerSelectionError',
    'MongooseServerSelectionError',
    'MongoNetworkError',
    'MongoNetworkTimeoutError',
  ],
  ...[
    'MongoNotConnectedError',
    'MongoTopologyClosedError',
    'MongoPoolClearedError',
    'PoolClearedOnNetworkError',
  ],
  ...[
    'PoolClearedError',
    'MongoConnectionPoolClosedError',
    'MongoClientClosedError',
    'WaitQueueTimeoutError',
  ],
  ...[
    'ConnectionError',
    'ClosedConnectionError',
    'DrainingConnectionError',
    'TimeoutError',
    'NoRespondersError',
  ],
  ...['MongoServerClosedError', 'MongoOperationTimeoutError', 'MongoExpiredSessionError'],
  ...['JetStreamNotEnabled', 'MaxRetriesPerRequestError'],
]);

/**
 * What a MongoDB says that is going down, coming up or changing its primary, as drivers’ specifications count it (“retryable
 * reads”): HostUnreachable, HostNotFound, NetworkTimeout, ShutdownInProgress, PrimarySteppedDown, ExceededTimeLimit,
 * SocketException, NotWritablePrimary, InterruptedAtShutdown, InterruptedDueToReplStateChange, NotPrimaryNoSecondaryOk,
 * NotPrimaryOrSecondary; and CursorNotFound, of a reading that a restart cut.
 */
const PASSING_CODES = new Set<unknown>([
  ...[6, 7, 43, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436],
]);

/** What the operating system says of a neighbour that is not there, or went in the middle of a word. */
const SOCKET_CODES = new Set<unknown>(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH']);

/** Of NATS’ client, which has no class for it; of ioredis, likewise; of a Redis that reads its file. */
const AWAY_TEXT = /^(connection (closed|disconnected)$|Connection is closed\.|LOADING )/;

/** MongoDB’s number for a full disk. */
const FULL = new Set<unknown>([14031]);

/** A store of ours has no room: it passes, and nothing was done. */
export class StorageFull extends AppError {
  constructor(options?: ErrorOptions) {
    super('STORAGE_FULL', 'unavailable', {}, [], options);
  }
}

const MAX_CAUSES = 5;

function* causes(error: unknown): Generator<Error & { code?: unknown; errorLabels?: unknown }> {
  let current = error;
  for (let depth = 0; depth < MAX_CAUSES && current instanceof Error; depth++) {
    yield current;
    current = current.cause ?? (current as Refused).errorResponse;
  }
}

/** The driver says by this what the server refused; of a bulk that it could not send, why. */
interface Refused {
  readonly errorResponse?: unknown;
}

const FULL_TEXT = /no space left on device|insufficient (storage )?resources|MISCONF/i;

/** An outage of a neighbour as the error that callers may try again, or undefined. */
export function asOutage(error: unknown): AppError | undefined {
  for (const cause of causes(error)) {
    if (FULL.has(cause.code) || cause.message.search(FULL_TEXT) !== -1)
      return new StorageFull({ cause: error });
    if (isAway(cause)) {
      return new AppError('SERVICE_UNAVAILABLE', 'unavailable', {}, [], { cause: error });
    }
  }
  return undefined;
}

const isAway = ({ name, constructor, code, message }: Error & { code?: unknown }): boolean =>
  AWAY.has(name) ||
  AWAY.has(constructor.name) ||
  SOCKET_CODES.has(code) ||
  (name.startsWith('Mongo') && PASSING_CODES.has(code)) ||
  AWAY_TEXT.test(message);
