import type { Clock } from '@intervia/clock';
import { Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';

export interface Round {
  readonly name: string;
  readonly everyMs: number;
  run(): Promise<void>;
}

/**
 * Work that is due by the clock. Every replica makes its rounds: each is harmless twice, so no leader is needed.
 * A round that fails is logged and made again.
 */
export class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Rounds.name);
  private readonly running = new Map<string, Promise<void>>();
  private timers: NodeJS.Timeout[] = [];
  private forgetClock: () => void = () => undefined;

  constructor(
    private readonly rounds: readonly Round[],
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timers = this.rounds.map((round) => setInterval(() => this.make(round), round.everyMs));
    this.forgetClock = this.clock.onMoved(() => this.rounds.forEach((round) => this.make(round)));
    this.rounds.forEach((round) => this.make(round));
  }

  /** Before the database closes. */
  async beforeApplicationShutdown(): Promise<void> {
    this.timers.forEach(clearInterval);
    this.forgetClock();
    await Promise.all(this.running.values());
  }

  /** One at a time of each. */
  private make(round: Round): void {
    if (this.running.has(round.name)) return;
    const made = round
      .run()
      .catch((error: unknown) => this.logger.warn({ err: error }, `round of ${round.name} failed`))
      .finally(() => this.running.delete(round.name));
    this.running.set(round.name, made);
  }
}
