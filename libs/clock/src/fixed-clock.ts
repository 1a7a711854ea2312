import { Clock } from './clock.js';

/** Stands still until told otherwise: for tests, of what is never compared with a running clock. */
export class FixedClock extends Clock {
  private readonly listeners = new Set<() => void>();

  constructor(private at: Date) {
    super();
  }

  /** @param iso an instant with its zone. Lint lets a test name a year only here. */
  static at(iso: string): FixedClock {
    return new FixedClock(new Date(iso));
  }

  now(): Date {
    return new Date(this.at);
  }

  set(at: Date): void {
    this.at = new Date(at);
    for (const listener of [...this.listeners]) listener();
  }

  advance(ms: number): void {
    this.set(new Date(this.at.getTime() + ms));
  }

  onMoved(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
