import type { HealthRegistry, HealthReport } from '@intervia/observability';
import type { NatsConnection } from '@nats-io/transport-node';
import { healthSubject } from '../subjects.js';

const ANSWER_MS = 1_500;
/** Of several who ask in the same moment, one asks for all. */
const FRESH_MS = 500;

/** One replica answers for all: they share their database and their queues. */
export function tellHealth(connection: NatsConnection, service: string, health: HealthRegistry): void {
  connection.subscribe(healthSubject(service), {
    queue: service,
    callback: (_error, message) => {
      void health.report().then((report) => message.respond(JSON.stringify(report)));
    },
  });
}

type Reports = ReadonlyMap<string, HealthReport | undefined>;

/**
 * What other services say of themselves, as checks of this app: each by its name, and below theirs what they need,
 * such as the database, which is up when it is for all of them.
 */
export class NeighboursHealth {
  private asked: Promise<Reports> = Promise.resolve(new Map());
  private askedAt = -Infinity;

  constructor(
    private readonly connection: NatsConnection,
    private readonly services: readonly string[],
  ) {}

  /** @param shared the checks of theirs that are shown beside their names */
  register(health: HealthRegistry, shared: readonly string[]): void {
    for (const service of this.services) {
      const answers = async () => {
        if ((await this.reports()).get(service) === undefined) throw new Error(`${service} does not answer`);
      };
      health.register(service, answers, 'platform');
    }
    for (const check of shared) health.register(check, () => this.refuse(check), 'platform');
  }

  private async refuse(check: string): Promise<void> {
    const states = [...(await this.reports()).values()].map((report) => report?.checks[check]);
    if (states.includes('down') || states.every((state) => state === undefined))
      throw new Error(`${check} is away`);
  }

  private reports(): Promise<Reports> {
    const now = performance.now();
    if (now - this.askedAt > FRESH_MS) {
      this.askedAt = now;
      this.asked = this.ask();
    }
    return this.asked;
  }

  private async ask(): Promise<Reports> {
    const reports = this.services.map(async (service) => [service, await this.askOne(service)] as const);
    return new Map(await Promise.all(reports));
  }

  private async askOne(service: string): Promise<HealthReport | undefined> {
    try {
      const reply = await this.connection.request(healthSubject(service), undefined, { timeout: ANSWER_MS });
      return reply.json<HealthReport>();
    } catch {
      return undefined;
    }
  }
}
