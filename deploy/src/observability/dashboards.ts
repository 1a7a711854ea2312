import { METRICS } from '@intervia/observability';

interface Panel {
  readonly title: string;
  readonly unit: 's' | 'reqps' | 'short' | 'bytes';
  /** PromQL → legend. */
  readonly queries: Readonly<Record<string, string>>;
}

const { httpDuration, rpcServer, eventHandler, eventPending, outboxOldest, queueJobs, timerLag, delivery } =
  METRICS;

const p99 = (metric: string, by: string): string =>
  `histogram_quantile(0.99, sum by (le, ${by}) (rate(${metric}_bucket[5m])))`;
const rate = (metric: string, by: string, where = ''): string =>
  `sum by (${by}) (rate(${metric}_count${where}[5m]))`;

/** What people feel, and what it waits for. */
const PLATFORM: readonly Panel[] = [
  {
    title: 'Requests a second, by status',
    unit: 'reqps',
    queries: { [rate(httpDuration.name, 'status')]: '{{status}}' },
  },
  {
    title: 'Answers: p99 by route',
    unit: 's',
    queries: { [`topk(10, ${p99(httpDuration.name, 'route')})`]: '{{route}}' },
  },
  { title: 'RPC: p99 by service', unit: 's', queries: { [p99(rpcServer.name, 'service')]: '{{service}}' } },
  {
    title: 'RPC that failed inside',
    unit: 'reqps',
    queries: { [rate(rpcServer.name, 'service, method', '{outcome="INTERNAL"}')]: '{{service}} {{method}}' },
  },
  {
    title: 'Facts not handled yet',
    unit: 'short',
    queries: { [`max by (consumer) (${eventPending.name})`]: '{{consumer}}' },
  },
  {
    title: 'Facts whose handling failed',
    unit: 'reqps',
    queries: { [rate(eventHandler.name, 'service, type', '{outcome="failed"}')]: '{{service}} {{type}}' },
  },
  {
    title: 'Oldest fact in an outbox',
    unit: 's',
    queries: { [`max by (service, collection) (${outboxOldest.name})`]: '{{service}} {{collection}}' },
  },
  { title: 'Latest timer', unit: 's', queries: { [`max(${timerLag.name})`]: 'late by' } },
];

const WORK: readonly Panel[] = [
  {
    title: 'Messages handed over, by what came of it',
    unit: 'reqps',
    queries: { [rate(delivery.name, 'channel, outcome')]: '{{channel}} {{outcome}}' },
  },
  {
    title: 'Handing over: p99',
    unit: 's',
    queries: { [p99(delivery.name, 'channel')]: '{{channel}}' },
  },
  {
    title: 'Jobs that wait',
    unit: 'short',
    queries: { [`max by (queue, state) (${queueJobs.name}{state!="active"})`]: '{{queue}} {{state}}' },
  },
  {
    title: 'Memory of each process',
    unit: 'bytes',
    queries: { ['max by (service, pod) (process_resident_memory_bytes)']: '{{service}} {{pod}}' },
  },
  {
    title: 'Event loop: p99 of its delay',
    unit: 's',
    queries: { ['max by (service, pod) (nodejs_eventloop_lag_p99_seconds)']: '{{service}} {{pod}}' },
  },
];

const WIDTH = 12;
const HEIGHT = 8;

const panelOf = ({ title, unit, queries }: Panel, n: number) => ({
  id: n + 1,
  title,
  type: 'timeseries',
  datasource: { type: 'prometheus', uid: '${datasource}' },
  gridPos: { x: (n % 2) * WIDTH, y: Math.floor(n / 2) * HEIGHT, w: WIDTH, h: HEIGHT },
  fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
  targets: Object.entries(queries).map(([expr, legendFormat], target) => ({
    refId: String.fromCharCode(65 + target),
    expr,
    legendFormat,
  })),
});

const dashboardOf = (uid: string, title: string, panels: readonly Panel[]): string =>
  `${JSON.stringify(
    {
      uid,
      title,
      tags: ['intervia'],
      timezone: 'Europe/Paris',
      schemaVersion: 39,
      refresh: '30s',
      time: { from: 'now-6h', to: 'now' },
      templating: { list: [{ name: 'datasource', type: 'datasource', query: 'prometheus' }] },
      panels: panels.map(panelOf),
    },
    null,
    2,
  )}\n`;

/** File name → Grafana dashboard. */
export const dashboards = (): Readonly<Record<string, string>> => ({
  'platform.json': dashboardOf('intervia-platform', 'Intervia: platform', PLATFORM),
  'work.json': dashboardOf('intervia-work', 'Intervia: messages and work', WORK),
});
