const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** "1 234,50 €" */
export function formatCents(cents: number): string {
  return euros.format(cents / 100);
}

/** Cents of what people type: "1 234,50", "1234.5 €", "80". Undefined when it is no amount. */
export function parseCents(typed: string): number | undefined {
  const compact = typed.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  if (!/^\d{1,8}(\.\d{1,2})?$/.test(compact)) return undefined;
  const [whole = '0', fraction = ''] = compact.split('.');
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}
