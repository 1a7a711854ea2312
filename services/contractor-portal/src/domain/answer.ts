export interface Document {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
}

export interface Invoice {
  document: Document;
  amountCents: number;
}

export const PRESENCES = ['CONFIRMED', 'LATE', 'ABSENT', 'POSTPONED'] as const;
export type Presence = (typeof PRESENCES)[number];

/** What a contractor answers to what was asked. */
export type Answer =
  | { kind: 'accept'; start: Date; durationMinutes: number; comment: string }
  | { kind: 'refuse'; reason: string }
  | { kind: 'presence'; presence: Presence; lateMinutes: number; comment: string }
  | { kind: 'completion'; comment: string; proofs: Document[]; invoice?: Invoice }
  | { kind: 'invoice'; invoice: Invoice; comment: string };

/** The forms of a link, by the path segment that they are posted to, in the order in which they are shown. */
export const FORMS = ['presence', 'acceptation', 'refus', 'fin-intervention', 'facture'] as const;
export type FormName = (typeof FORMS)[number];

export function isFormName(name: string): name is FormName {
  return (FORMS as readonly string[]).includes(name);
}

/** A fault in one field of a form; `form` when it concerns the whole of it. */
export interface Fault {
  field: string;
  code: string;
}
