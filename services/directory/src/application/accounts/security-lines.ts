import type { ChainedEntry } from './log-chain.js';

/**
 * Each entry of the log of security, told at once on the service's own output too, for a collector that takes it to
 * another system. Without a sink: nothing.
 */
export class SecurityLines {
  constructor(private readonly sink?: (entry: ChainedEntry) => void) {}

  tell(entry: ChainedEntry): void {
    this.sink?.(entry);
  }
}
