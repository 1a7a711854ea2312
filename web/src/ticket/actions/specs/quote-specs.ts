import type { Action } from '../../../api/types.js';
import { FORMS } from '../../../fr.js';
import { parseCents } from '../../../lib/money.js';
import { readInstant } from '../../../lib/typed-date.js';
import { checkTypedPerson, personBody } from '../../../people/typed-person.js';
import type { TypedPerson } from '../../../people/typed-person.js';
import { checkTimers, timersBody, timersOfType } from '../../../timers/typed-timers.js';
import { commented, idsOf, reasoned } from './action-spec.js';
import type { ActionErrors, FormSpec } from './action-spec.js';
import { partyBody } from '../parties.js';
import type { PartyOption } from '../parties.js';
import { checkAmount } from './work-specs.js';

const QUOTE_TIMERS = timersOfType(true);

/** From the request for a quote to the choice. */
export const QUOTE_SPECS = {
  REQUEST_QUOTE: {
    kind: 'form',
    path: 'quote-request',
    // Manual, "Étape n° 3 bis": the delays that the work order had no use for.
    fields: ['timers', 'comment'],
    submit: FORMS.ask,
    hint: FORMS.quoteRequestHint,
    body: ({ timers, comment }) => ({ timers: timersBody(timers, QUOTE_TIMERS), comment }),
    check: ({ timers }) => checkTimers(timers, QUOTE_TIMERS),
  },
  PROMISE_QUOTE: commented('quote-promise', FORMS.save),
  DECLINE_QUOTE_REQUEST: reasoned('quote-request-refusal', FORMS.save),
  SUBMIT_QUOTE: {
    kind: 'form',
    path: 'quote',
    fields: ['quotes', 'amount', 'comment'],
    submit: FORMS.save,
    labels: { amount: FORMS.quoteAmount },
    body: ({ quotes, amount, comment }) => ({
      quoteIds: idsOf(quotes),
      amountCents: parseCents(amount),
      comment,
    }),
    check: ({ quotes, amount }) => ({
      quotes: quotes.length > 0 ? undefined : FORMS.missingQuote,
      ...checkAmount(amount),
    }),
  },
  REQUEST_APPROVAL: {
    kind: 'form',
    path: 'approval-request',
    fields: ['approver', 'informed', 'comment'],
    submit: FORMS.ask,
    hint: FORMS.approvalHint,
    body: ({ approver, informed, comment }) => ({
      ...partyBody(approver, 'approver'),
      informed: informed.map(personBody),
      comment,
    }),
    check: ({ approver, informed }) => ({
      ...checkParty(approver, 'approver'),
      ...checkPersons(informed, 'informed'),
    }),
  },
  ANSWER_APPROVAL: {
    kind: 'form',
    path: 'approval',
    fields: ['decision', 'approver', 'means', 'saidAt', 'proof', 'comment'],
    submit: FORMS.save,
    hint: FORMS.agreementHint,
    labels: { approver: FORMS.agreedBy, comment: FORMS.agreedWords },
    shows: (field, { isAsked }) => field !== 'approver' || !isAsked,
    body: ({ decision, comment, approver, isAsked, means, saidAt, proof }) => ({
      approved: decision === 'approved',
      comment,
      agreement: {
        ...(isAsked ? {} : partyBody(approver, 'approver')),
        means,
        saidAt: readInstant(saidAt),
        proofIds: idsOf(proof),
      },
    }),
    check: ({ approver, isAsked, saidAt, proof, comment }) => ({
      ...(isAsked ? {} : checkParty(approver, 'approver')),
      saidAt: readInstant(saidAt) ? undefined : FORMS.missingMoment,
      comment: proof.length > 0 || comment.trim() ? undefined : FORMS.missingProof,
    }),
  },
  ACCEPT_QUOTE: {
    kind: 'form',
    path: 'quote-acceptance',
    fields: ['signedCopy', 'comment'],
    submit: FORMS.validate,
    hint: FORMS.acceptQuoteHint,
    body: ({ signedCopy, comment }) => ({ signedCopyId: signedCopy[0]?.id, comment }),
    check: () => ({}),
  },
  REFUSE_QUOTE: commented('quote-refusal', FORMS.validate),
} satisfies Partial<Record<Action, FormSpec>>;

/** Somebody must be chosen; somebody new must be reachable. */
export function checkParty(party: PartyOption | null, field: 'approver' | 'recipient'): ActionErrors {
  if (!party) return { [field]: FORMS.missingParty };
  return party.role ? below(field, checkTypedPerson(party.person, true)) : {};
}

export function checkPersons(persons: readonly TypedPerson[], field: 'informed' | 'persons'): ActionErrors {
  const faults = persons.map((person, index) => below(`${field}.${index}`, checkTypedPerson(person, true)));
  return Object.assign({}, ...faults) as ActionErrors;
}

export function below(path: string, errors: ActionErrors): ActionErrors {
  return Object.fromEntries(Object.entries(errors).map(([name, text]) => [`${path}.${name}`, text]));
}
