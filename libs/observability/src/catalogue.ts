/**
 * Every metric of the house. Dashboards and alert rules (`deploy/observability`) are held against this table.
 * Names and units: https://prometheus.io/docs/practices/naming/
 */
export const METRICS = {
  httpDuration: {
    name: 'http_request_duration_seconds',
    help: 'Time until the answer was sent.',
    labels: ['method', 'route', 'status'],
  },
  rpcServer: {
    name: 'rpc_server_duration_seconds',
    help: 'Time to answer an RPC.',
    labels: ['method', 'outcome'],
  },
  rpcClient: {
    name: 'rpc_client_duration_seconds',
    help: 'Time until another service answered, retries included.',
    labels: ['method', 'outcome'],
  },
  eventHandler: {
    name: 'event_handler_duration_seconds',
    help: 'Time of one try to handle a fact.',
    labels: ['type', 'outcome'],
  },
  eventPending: {
    name: 'event_consumer_pending',
    help: 'Facts on the stream that this consumer has not handled yet.',
    labels: ['consumer'],
  },
  outboxOldest: {
    name: 'outbox_oldest_seconds',
    help: 'How long the oldest fact has waited to be published; 0 when none waits.',
    labels: ['collection'],
  },
  queueJobs: { name: 'queue_jobs', help: 'Jobs of a queue, by state.', labels: ['queue', 'state'] },
  timerLag: {
    name: 'timer_lag_seconds',
    help: 'By how much the timer that is due longest is late; 0 when none is.',
    labels: [],
  },
  delivery: {
    name: 'delivery_attempt_duration_seconds',
    help: 'Time of one attempt to hand a message over, by what came of it.',
    labels: ['channel', 'outcome'],
  },
  healthChecks: { name: 'health_check_up', help: '1 while what the app needs is there.', labels: ['check'] },
} as const;
