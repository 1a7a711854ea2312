import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** From one millisecond to the longest wait for an answer. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/** A scrape must not wait for what hangs: its value is then left out. Longer than a health check takes to say no. */
const PATIENCE_MS = 3_000;

/** Which metric. Seconds, bytes and counts, as Prometheus names them: https://prometheus.io/docs/practices/naming/ */
export interface MetricName<Label extends string = string> {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly Label[];
}

export interface Reading {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Looked up when somebody asks, and at no other time. */
export type ReadMetric = () => Promise<readonly Reading[]>;

/** The Prometheus registry of one app. Not prom-client's global one: `npm start` hosts several apps in a process. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly readers = new Map<string, ReadMetric[]>();

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
  }

  counter<L extends string>(metric: MetricName<L>): Counter<L> {
    return this.known<Counter<L>>(metric) ?? new Counter<L>(this.configuration(metric));
  }

  /** Seconds. */
  durations<L extends string>(metric: MetricName<L>): Histogram<L> {
    const known = this.known<Histogram<L>>(metric);
    return known ?? new Histogram<L>({ ...this.configuration(metric), buckets: SECONDS });
  }

  /** A value that stands somewhere else, read at each scrape; several parts of the app may give their own. */
  watch(metric: MetricName, read: ReadMetric): void {
    const readers = this.readers.get(metric.name);
    if (readers) return void readers.push(read);
    const all = [read];
    this.readers.set(metric.name, all);
    new Gauge({
      ...this.configuration(metric),
      async collect() {
        const readings = await Promise.all(all.map(withPatience));
        this.reset();
        for (const { labels, value } of readings.flat()) this.set(labels, value);
      },
    });
  }

  private known<T>({ name }: MetricName): T | undefined {
    return this.registry.getSingleMetric(name) as T | undefined;
  }

  private configuration<L extends string>({ name, help, labels }: MetricName<L>) {
    return { name, help, labelNames: [...labels], registers: [this.registry] };
  }
}

async function withPatience(read: ReadMetric): Promise<readonly Reading[]> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<readonly Reading[]>((resolve) => {
    timer = setTimeout(() => resolve([]), PATIENCE_MS);
  });
  const answer = await Promise.race([read().catch(() => []), tooSlow]);
  clearTimeout(timer);
  return answer;
}
