import type { Action } from '../../../api/types.js';
import type { ActionField, ActionSpec, FormSpec } from './action-spec.js';
import { QUOTE_SPECS } from './quote-specs.js';
import { TICKET_SPECS } from './ticket-specs.js';
import { WORK_SPECS } from './work-specs.js';

const SPECS: Record<Action, ActionSpec> = { ...WORK_SPECS, ...QUOTE_SPECS, ...TICKET_SPECS };

/** Undefined for an action that this release cannot perform. */
export function specOf(action: Action): ActionSpec | undefined {
  return Object.hasOwn(SPECS, action) ? SPECS[action] : undefined;
}

/** Neither asks nor warns: one click does it. */
export function isDirect(spec: ActionSpec): spec is FormSpec {
  return spec.kind === 'form' && spec.fields.length === 0 && !spec.warning;
}

export function commandPath(spec: FormSpec, missionId: string): string {
  return missionId === '' ? spec.path : `missions/${missionId}/${spec.path}`;
}

/** Where the server's name of a field is shown; the rest goes to the notice. */
const SERVER_FIELDS: Record<string, ActionField> = {
  'appointment.start': 'start',
  'appointment.durationMinutes': 'durationMinutes',
  reason: 'reason',
  lateMinutes: 'lateMinutes',
  proofs: 'proofs',
  proofIds: 'proofs',
  invoice: 'invoice',
  invoiceId: 'invoice',
  quoteIds: 'quotes',
  signedCopyId: 'signedCopy',
  documentIds: 'documents',
  amountCents: 'amount',
  invoiceAmountCents: 'amount',
  comment: 'comment',
  correspondentId: 'approver',
  role: 'approver',
  'agreement.means': 'means',
  'agreement.saidAt': 'saidAt',
  'agreement.proofIds': 'proof',
  'agreement.proofs': 'proof',
  'agreement.role': 'approver',
  'agreement.correspondentId': 'approver',
  subject: 'subject',
  text: 'text',
  html: 'html',
  persons: 'persons',
  informed: 'informed',
};

/** Parts of a person or of delays keep their path: "persons.0.mails", "timers.quote.hours". */
const NESTED: readonly (readonly [RegExp, string])[] = [
  [/^(persons|informed)\.\d+\.\w+$/, '$&'],
  [/^timers\..+$/, '$&'],
  [/^(?:agreement\.)?approver\.(\w+)$/, 'approver.$1'],
  [/^person\.(\w+)$/, 'recipient.$1'],
  [/^(mails|mobiles|channels)$/, 'reach.$1'],
];

export function serverField(field: string): string | undefined {
  const nested = NESTED.find(([pattern]) => pattern.test(field));
  if (nested) return field.replace(nested[0], nested[1]);
  const name = field.replace(/\.\d+$/, '');
  return Object.hasOwn(SERVER_FIELDS, name) ? SERVER_FIELDS[name] : undefined;
}
