/** The file fields of all forms, each with the field that carries what an earlier attempt uploaded. */
export const KEPT_FIELDS = {
  proofs: 'keptProofs',
  invoice: 'keptInvoice',
  quotes: 'keptQuotes',
  documents: 'keptDocuments',
} as const;
export type FileField = keyof typeof KEPT_FIELDS;
export const FILE_FIELDS = Object.keys(KEPT_FIELDS) as FileField[];
