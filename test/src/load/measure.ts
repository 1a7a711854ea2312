export interface Measure {
  name: string;
  value: number;
  unit: string;
  baseline: number;
  /** value / baseline: above 1 is better than bare when the unit is a rate. */
  ratio: number;
  /** What else a benchmark has counted. */
  [detail: string]: number | string;
}

const round = (value: number): number => Number(value.toPrecision(4));

export function measureOf(name: string, unit: string, value: number, baseline: number): Measure {
  return { name, value: round(value), unit, baseline: round(baseline), ratio: round(value / baseline) };
}

export const median = (values: number[]): number => quantile(values, 0.5);

export const quantile = (values: number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;

/**
 * Runs ours and the bare baseline in turns, so that a busy machine slows both, and compares their medians.
 * Each side returns a rate in `unit`; the first round of each warms up and is not counted.
 */
export async function compare(
  name: string,
  unit: string,
  rounds: number,
  ours: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<Measure> {
  const rates = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const our = await ours();
    const base = await bare();
    if (round === 0) continue;
    rates.ours.push(our);
    rates.bare.push(base);
  }
  return measureOf(name, unit, median(rates.ours), median(rates.bare));
}

/** Requests a second of `call` with this many in flight, for this long. */
export async function rate(
  call: () => Promise<unknown>,
  inFlight: number,
  durationMs: number,
): Promise<number> {
  const start = performance.now();
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - start < durationMs) {
      await call();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return (done * 1000) / (performance.now() - start);
}
