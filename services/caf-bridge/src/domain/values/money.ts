/**
 * Parts of a whole by weight, to the cent: their sum is the whole. What rounding leaves goes to the largest remainders,
 * the first of equal ones.
 */
export function allocate(cents: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum <= 0) return weights.map((_, index) => (index === 0 ? cents : 0));
  const exact = weights.map((weight) => (cents * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = cents - parts.reduce((total, part) => total + part, 0);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

export const sumOf = <T>(items: readonly T[], cents: (item: T) => number): number =>
  items.reduce((total, item) => total + cents(item), 0);
