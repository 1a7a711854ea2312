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
  ...['JetStreamNotEnabled', 'MaxRetriesPerRequestError'],
]);

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
    current = current.cause;
  }
}

const FULL_TEXT = /no space left on device|insufficient (storage )?resources|MISCONF/i;

/** An outage of a neighbour as the error that callers may try again, or undefined. */
export function asOutage(error: unknown): AppError | undefined {
  for (const cause of causes(error)) {
    if (FULL.has(cause.code) || cause.message.search(FULL_TEXT) !== -1)
      return new StorageFull({ cause: error });
    if (AWAY.has(cause.name) || AWAY.has(cause.constructor.name)) {
      return new AppError('SERVICE_UNAVAILABLE', 'unavailable', {}, [], { cause: error });
    }
  }
  return undefined;
}
