import type { DynamicModule, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { METRICS } from './catalogue.js';
import { HealthRegistry } from './health-registry.js';
import type { HealthReport } from './health-registry.js';
import { Metrics } from './metrics.js';

export interface ObservabilityOptions {
  service: string;
  /** 0 opens no port. */
  healthPort: number;
}

interface Page {
  status: number;
  type: string;
  body: string;
}

const pageOf = (report: HealthReport): Page => ({
  status: report.status === 'up' ? 200 : 503,
  type: 'application/json',
  body: JSON.stringify(report),
});

const OPTIONS = Symbol('OBSERVABILITY_OPTIONS');

/** What `/health` says, as numbers. */
function watched(metrics: Metrics, health: HealthRegistry): Metrics {
  metrics.watch(METRICS.healthChecks, async () => {
    const { checks } = await health.report();
    return Object.entries(checks).map(([check, state]) => ({
      labels: { check },
      value: state === 'up' ? 1 : 0,
    }));
  });
  return metrics;
}

/** `/live`, `/ready` and `/health` (200 or 503), and `/metrics`, on a port of their own that is not exposed to the world. */
@Module({})
export class ObservabilityModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private server?: Server;

  constructor(
    @Inject(OPTIONS) private readonly options: ObservabilityOptions,
    private readonly health: HealthRegistry,
    private readonly metrics: Metrics,
  ) {}

  static forRoot(options: ObservabilityOptions): DynamicModule {
    return {
      module: ObservabilityModule,
      global: true,
      providers: [
        { provide: OPTIONS, useValue: options },
        HealthRegistry,
        {
          provide: Metrics,
          inject: [HealthRegistry],
          useFactory: (health: HealthRegistry) => watched(new Metrics(options.service), health),
        },
      ],
      exports: [HealthRegistry, Metrics],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.options.healthPort === 0) return;
    this.server = createServer((request, response) => void this.answer(request, response));
    this.server.listen(this.options.healthPort);
    await once(this.server, 'listening');
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pages: Record<string, () => Promise<Page>> = {
      // Whether its loop still turns: an outage of what it needs is no reason to start it again.
      '/live': async () => ({ status: 200, type: 'text/plain', body: 'alive\n' }),
      // Whether it is of use: an outage of others is no reason to send it nobody.
      '/ready': async () => pageOf(await this.health.report('own')),
      '/health': async () => pageOf(await this.health.report()),
      '/metrics': async () => ({
        status: 200,
        type: this.metrics.registry.contentType,
        body: await this.metrics.registry.metrics(),
      }),
    };
    const page = pages[request.url ?? ''];
    const { status, type, body } = page
      ? await page()
      : { status: 404, type: 'text/plain', body: 'not found\n' };
    response.writeHead(status, { 'content-type': type }).end(body);
  }
}
