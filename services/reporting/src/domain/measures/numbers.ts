/** Medians and shares. */

export interface Spread {
  readonly count: number;
  readonly median?: number;
  readonly p90?: number;
}

/** The 90th percentile is the nearest rank: a value that was really measured. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) return { count: 0 };
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)] ?? 0;
  const high = sorted[Math.ceil(middle)] ?? 0;
  return {
    count: sorted.length,
    median: Math.round((low + high) / 2),
    p90: sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0,
  };
}

export interface Tally {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly cents: number;
}

/** Counts and sums by key, the largest first. */
export class Tallies {
  private readonly found = new Map<string, { key: string; label: string; count: number; cents: number }>();

  add(key: string, label: string, cents = 0): void {
    const known = this.found.get(key);
    if (!known) {
      this.found.set(key, { key, label, count: 1, cents });
      return;
    }
    known.count += 1;
    known.cents += cents;
    if (label) known.label = label;
  }

  byCount(): Tally[] {
    return [...this.found.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  }

  byCents(): Tally[] {
    return [...this.found.values()].sort((a, b) => b.cents - a.cents || (a.key < b.key ? -1 : 1));
  }

  byKey(): Tally[] {
    return [...this.found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }
}
