import { MovableClock } from '@intervia/clock';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { RunningPlatform } from '../platform/platform.js';
import { persistently } from './persistently.js';

/** The clock of a running platform: nobody waits for a reminder. */
export class PlatformClock {
  private constructor(
    private readonly connection: NatsConnection,
    private readonly clock: MovableClock,
  ) {}

  static async of({ nats }: RunningPlatform): Promise<PlatformClock> {
    const connection = await connect({
      servers: nats.url,
      user: nats.user,
      pass: nats.password,
      maxReconnectAttempts: -1,
    });
    return new PlatformClock(connection, await MovableClock.connect(connection));
  }

  now(): Date {
    return this.clock.now();
  }

  /** Moves every process of the platform to this moment; time never goes back. */
  async moveTo(moment: Date): Promise<void> {
    await persistently(async () => {
      const distance = moment.getTime() - this.now().getTime();
      if (distance > 0) await this.clock.move(distance);
    });
  }

  /** Sets the first moment of a story, earlier than now as well: on a platform where nothing has happened yet. */
  async startAt(moment: Date): Promise<void> {
    await persistently(() => this.clock.move(moment.getTime() - this.now().getTime()));
  }

  async close(): Promise<void> {
    await this.clock.close();
    await this.connection.close();
  }
}
