export const SALE_KINDS = ['compromis', 'deed'] as const;
export type SaleKind = (typeof SALE_KINDS)[number] | '';

export const EMPTY_SALE = {
  id: '',
  entityId: '',
  unitId: '',
  kind: '' as SaleKind,
  signedOn: '',
  priceCents: 0,
};
/** A file of the transactions of an agency: LSC's to say. */
export type SaleFile = typeof EMPTY_SALE;
