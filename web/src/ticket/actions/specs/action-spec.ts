import { UPLOAD_LIMITS } from '@intervia/rules';
import type { AgreementMeans, DocumentRef, PresenceAnswer } from '../../../api/types.js';
import type { ChangeMethod } from '../../../api/http/http.js';
import { typedPerson } from '../../../people/typed-person.js';
import type { TypedPerson } from '../../../people/typed-person.js';
import { typedTimers } from '../../../timers/typed-timers.js';
import type { TypedTimers } from '../../../timers/typed-timers.js';
import type { PartyOption } from '../parties.js';

/** Every input of every action; each action shows some of them. */
export interface ActionValues {
  start: string;
  /** The visit is at night, and meant to be. */
  night: boolean;
  durationMinutes: string;
  reason: string;
  answer: PresenceAnswer;
  lateMinutes: string;
  proofs: DocumentRef[];
  invoice: DocumentRef[];
  quotes: DocumentRef[];
  signedCopy: DocumentRef[];
  documents: DocumentRef[];
  amount: string;
  comment: string;
  timers: TypedTimers;
  /** Who decides on a quote. */
  approver: PartyOption | null;
  informed: TypedPerson[];
  decision: 'approved' | 'rejected';
  /** Whoever decides was asked, and is known. */
  isAsked: boolean;
  means: AgreementMeans;
  saidAt: string;
  proof: DocumentRef[];
  /** Whom a message is to, or from. */
  recipient: PartyOption | null;
  /** Empty for a new thread. */
  threadId: string;
  direction: 'sent' | 'received';
  subject: string;
  text: string;
  persons: TypedPerson[];
  html: string;
  reach: TypedPerson;
}

/** Inputs that are files: how many of each at most. */
export const FILE_FIELDS = {
  proofs: UPLOAD_LIMITS.files,
  invoice: 1,
  quotes: 10,
  signedCopy: 1,
  documents: UPLOAD_LIMITS.files,
  proof: UPLOAD_LIMITS.files,
} as const;

export type FileField = keyof typeof FILE_FIELDS;
export type ActionField = Exclude<keyof ActionValues, 'threadId' | 'isAsked'>;
/** By field, or by dotted path inside one: "persons.0.mails". */
export type ActionErrors = Partial<Record<string, string>>;

export function emptyValues(): ActionValues {
  return {
    start: '',
    night: false,
    durationMinutes: '60',
    reason: '',
    answer: 'CONFIRMED',
    lateMinutes: '15',
    proofs: [],
    invoice: [],
    quotes: [],
    signedCopy: [],
    documents: [],
    amount: '',
    comment: '',
    timers: typedTimers(),
    approver: null,
    informed: [],
    decision: 'approved',
    isAsked: false,
    means: 'PHONE',
    saidAt: '',
    proof: [],
    recipient: null,
    threadId: '',
    direction: 'sent',
    subject: '',
    text: '',
    persons: [],
    html: '',
    reach: typedPerson(),
  };
}

/** An action that asks something in a dialog, or nothing at all. */
export interface FormSpec {
  kind: 'form';
  method?: ChangeMethod;
  /** Below the mission, or below the ticket for the ticket's own. */
  path: string;
  /** None: the action is done at once. */
  fields: readonly ActionField[];
  submit: string;
  /** Said in red above an action that cannot be undone. */
  warning?: string;
  /** Said above the fields. */
  hint?: string;
  /** What the fields are called here. */
  labels?: Partial<Record<ActionField, string>>;
  /** Absent: every field is shown. */
  shows?: (field: ActionField, values: ActionValues) => boolean;
  body: (values: ActionValues) => object;
  check: (values: ActionValues) => ActionErrors;
}

/** The rest has a page, or a dialog of its own. */
export type ActionSpec = FormSpec | { kind: 'page'; page: 'edit' | 'validate' } | { kind: 'contact-another' };

export const NO_ERRORS = (): ActionErrors => ({});
export const NO_BODY = (): object => ({});

/** Done at once. */
export function direct(path: string): FormSpec {
  return { kind: 'form', path, fields: [], submit: '', body: NO_BODY, check: NO_ERRORS };
}

/** Only a comment, which may stay empty. */
export function commented(path: string, submit: string, label?: string): FormSpec {
  return told('comment', path, submit, label);
}

/** Only a reason, which may stay empty. */
export function reasoned(path: string, submit: string, label?: string): FormSpec {
  return told('reason', path, submit, label);
}

function told(field: 'comment' | 'reason', path: string, submit: string, label?: string): FormSpec {
  return {
    kind: 'form',
    path,
    fields: [field],
    submit,
    ...(label ? { labels: { [field]: label } } : {}),
    body: ({ [field]: text }) => ({ [field]: text }),
    check: NO_ERRORS,
  };
}

/** Files, as the gateway takes them. */
export function idsOf(documents: readonly DocumentRef[]): string[] {
  return documents.map(({ id }) => id);
}
