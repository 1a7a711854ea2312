/** A step on the way, by the name of its action; of the first mission unless said otherwise. */
export interface Step {
  readonly action: string;
  readonly of?: number;
  readonly body?: object;
}

/** How a ticket comes into a state. */
export interface Life {
  readonly quote?: boolean;
  readonly contractors?: number;
  readonly draft?: object;
  /** Asked for by a client first: validated by the steps, or not at all. */
  readonly pending?: boolean;
  readonly steps: readonly Step[];
}

const step = (action: string, body?: object, of = 0): Step => ({ action, body, of });
const presence = (answer: string): Step =>
  step('ANSWER_PRESENCE', answer === 'LATE' ? { answer, lateMinutes: 10 } : { answer });

const SENT: Life = { steps: [] };
const ASKED: Life = { quote: true, steps: [] };
const on = (life: Life, ...steps: Step[]): Life => ({ ...life, steps: [...life.steps, ...steps] });

const ACCEPTED = on(SENT, step('ACCEPT_WORK_ORDER'));
const PRESENCE_ASKED = on(ACCEPTED, step('ASK_PRESENCE'));
const COMPLETED = on(ACCEPTED, step('REPORT_COMPLETION'));
const INVOICED = on(COMPLETED, step('SUBMIT_INVOICE'));
const RECEIVED = on(ASKED, step('SUBMIT_QUOTE'));
const APPROVAL_ASKED = on(RECEIVED, step('REQUEST_APPROVAL'));
const APPROVED = on(APPROVAL_ASKED, step('ANSWER_APPROVAL'));
const CHOSEN = on(APPROVED, step('ACCEPT_QUOTE'));
const PLANNED = on(CHOSEN, step('PROPOSE_APPOINTMENT'));
const COMPARED: Life = {
  quote: true,
  contractors: 2,
  steps: [
    step('SUBMIT_QUOTE'),
    step('SUBMIT_QUOTE', undefined, 1),
    step('REQUEST_APPROVAL'),
    step('ANSWER_APPROVAL'),
  ],
};

/** Every status of the specification's table that a user can bring about, and what several contractors make of it. */
export const LIVES: Readonly<Record<string, Life>> = {
  'a "?"': { pending: true, steps: [] },
  'a "?", cancelled': { pending: true, steps: [step('CANCEL_PRE_TICKET')] },
  'a "?", validated': { pending: true, steps: [step('VALIDATE_PRE_TICKET')] },
  'ODS sent': SENT,
  'ODS of which reading is to be acknowledged': { draft: { readReceipt: true }, steps: [] },
  'ODS refused': on(SENT, step('REFUSE_WORK_ORDER')),
  'ODS accepted': ACCEPTED,
  'ODS, presence asked': PRESENCE_ASKED,
  'ODS, presence confirmed': on(PRESENCE_ASKED, presence('CONFIRMED')),
  'ODS, running late': on(PRESENCE_ASKED, presence('LATE')),
  'ODS, absent': on(PRESENCE_ASKED, presence('ABSENT')),
  'ODS, postponement asked': on(PRESENCE_ASKED, presence('POSTPONED')),
  'ODS, awaiting completion': on(ACCEPTED, step('ASK_COMPLETION')),
  'ODS completed': COMPLETED,
  'ODS, invoice requested': on(COMPLETED, step('REQUEST_INVOICE')),
  'ODS, invoice received': INVOICED,
  'ODS, new invoice requested': on(INVOICED, step('REQUEST_NEW_INVOICE')),
  'ODS, stepped back': on(INVOICED, step('STEP_BACK')),
  'ODS closed': on(ACCEPTED, step('CLOSE')),
  'ODS reopened': on(ACCEPTED, step('CLOSE'), step('REOPEN')),
  'ODS become DS': on(PRESENCE_ASKED, step('REQUEST_QUOTE')),
  'ODSM, one refused and one accepted': {
    contractors: 2,
    steps: [step('REFUSE_WORK_ORDER'), step('ACCEPT_WORK_ORDER', undefined, 1)],
  },
  'ODSM, the first one replaced': {
    contractors: 2,
    steps: [{ action: 'CONTACT_ANOTHER', body: { replaced: 0 } }],
  },
  'DS asked': ASKED,
  'DS promised': on(ASKED, step('PROMISE_QUOTE')),
  'DS declined': on(ASKED, step('DECLINE_QUOTE_REQUEST')),
  'DS received': RECEIVED,
  'DS awaiting approval': APPROVAL_ASKED,
  'DS approved': APPROVED,
  'DS rejected': on(APPROVAL_ASKED, step('ANSWER_APPROVAL', { approved: false })),
  'DS accepted': CHOSEN,
  'DS refused': on(RECEIVED, step('REFUSE_QUOTE')),
  'DS, appointment validated': PLANNED,
  'DS, appointment cancelled': on(PLANNED, step('CANCEL_APPOINTMENT')),
  'DS, absent': on(PLANNED, step('ASK_PRESENCE'), presence('ABSENT')),
  'DM, one of two received': { quote: true, contractors: 2, steps: [step('SUBMIT_QUOTE')] },
  'DM compared': COMPARED,
  'DM, one accepted': on(COMPARED, step('ACCEPT_QUOTE')),
  'DM, one accepted and a late one received': on(
    COMPARED,
    step('ACCEPT_QUOTE'),
    step('STEP_BACK', undefined, 1),
  ),
};
