import type { Metrics } from '@intervia/observability';
import { METRICS } from '@intervia/observability';

/** Ends a measurement with what came of it: `ok`, or the code of the error. */
export type Stopwatch = (outcome: string) => void;

const NONE: Stopwatch = () => undefined;

/** What the bus tells Prometheus; without metrics (tests, tools) it tells nobody. */
export class BusMeter {
  private readonly answered;
  private readonly called;
  private readonly handled;

  constructor(private readonly metrics?: Metrics) {
    this.answered = metrics?.durations(METRICS.rpcServer);
    this.called = metrics?.durations(METRICS.rpcClient);
    this.handled = metrics?.durations(METRICS.eventHandler);
  }

  answer(method: string): Stopwatch {
    return this.answered ? labelled(this.answered.startTimer({ method })) : NONE;
  }

  call(method: string): Stopwatch {
    return this.called ? labelled(this.called.startTimer({ method })) : NONE;
  }

  handle(type: string): Stopwatch {
    return this.handled ? labelled(this.handled.startTimer({ type })) : NONE;
  }

  /** Facts that the durable has still to bring, as the server counts them. */
  watchLag(durable: string, pending: () => Promise<number>): void {
    this.metrics?.watch(METRICS.eventPending, async () => [
      { labels: { consumer: durable }, value: await pending() },
    ]);
  }
}

const labelled =
  (stop: (labels: { outcome: string }) => number): Stopwatch =>
  (outcome) =>
    void stop({ outcome });
