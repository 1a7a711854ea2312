const STEPS = [
  { from: 1024 * 1024, unit: 'Mo', digits: 1 },
  { from: 1024, unit: 'Ko', digits: 0 },
  { from: 0, unit: 'octets', digits: 0 },
] as const;

/** "2,4 Mo", "310 Ko" */
export function formatBytes(bytes: number): string {
  const { from, unit, digits } = STEPS.find((step) => bytes >= step.from) ?? STEPS[2];
  const value = bytes / Math.max(from, 1);
  return `${value.toLocaleString('fr-FR', { maximumFractionDigits: digits })} ${unit}`;
}
