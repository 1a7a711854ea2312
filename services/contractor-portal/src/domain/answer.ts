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

/** What the holder of a link answers to what was asked, or tells the agency. */
export type Answer =
  | { kind: 'accept'; start: Date; durationMinutes: number; comment: string }
  | { kind: 'refuse'; reason: string }
  | { kind: 'presence'; presence: Presence; lateMinutes: number; comment: string }
  | { kind: 'completion'; comment: string; proofs: Document[]; invoice?: Invoice }
  | { kind: 'invoice'; invoice: Invoice; comment: string }
  | { kind: 'promise'; comment: string }
  | { kind: 'decline'; reason: string }
  | { kind: 'quote'; quotes: Document[]; amountCents: number; comment: string }
  | { kind: 'appointment'; start: Date; durationMinutes: number; comment: string }
  | { kind: 'read' }
  /** `quote` marks the one that was read; `corrects`: in place of the answer given before. */
  | {
      kind: 'approval';
      missionId: string;
      quote: string;
      approved: boolean;
      comment: string;
      corrects: boolean;
    }
  /** Without a thread it begins one. */
  | { kind: 'message'; threadId: string; text: string; documents: Document[] }
  /** Of whoever asked. */
  | { kind: 'repair'; repaired: boolean; comment: string; documents: Document[] }
  | { kind: 'withdrawal'; reason: string };

/** The forms of each kind of link, by the path segment that they are posted to, in the order in which they are shown. */
export const FORMS_OF = {
  mission: [
    'accuse',
    'presence',
    'devis-promis',
    'devis',
    'devis-refus',
    'acceptation',
    'rendez-vous',
    'refus',
    'fin-intervention',
    'facture',
    'message',
  ],
  correspondent: ['approbation', 'reparation', 'message', 'annulation'],
} as const;
export type MissionForm = (typeof FORMS_OF)['mission'][number];
export type FormName = MissionForm | (typeof FORMS_OF)['correspondent'][number];

export function isFormOf(holder: keyof typeof FORMS_OF, name: string): name is FormName {
  return (FORMS_OF[holder] as readonly string[]).includes(name);
}

/** A fault in one field of a form; `form` when it concerns the whole of it. */
export interface Fault {
  field: string;
  code: string;
}
