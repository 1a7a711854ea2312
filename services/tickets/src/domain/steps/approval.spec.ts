import { describe, expect, it } from '@jest/globals';
import { aDocument, aDraft, aPerson, aUser } from '../../testing/builders.js';
import { HOUR, REACHED, Scenario, after, refusal } from '../../testing/scenario.js';
import { anOwner } from '../../testing/sound-steps.js';
import { isRecorded, recordOf } from '../history/history.js';
import type { Actor } from '../values/model.js';

/** Manual, "Étape n° 3 : acceptation du (ou des) devis". */

const president = aPerson({ partyId: 'p-1', name: 'M. Bernard' });
const history = (scenario: Scenario) => scenario.events.filter(isRecorded).map(recordOf);
const inSyndic = (): Scenario =>
  Scenario.opened({ quote: true, module: 'SYNDIC' }).does('SubmitQuote', { amountCents: 80_000 });
const by = (kind: Actor['kind'], id = 'c1'): { actor: Actor } => ({
  actor: { kind, id, name: 'M. Bernard' },
});

describe('a verbal agreement', () => {
  const by = (over: object = {}) => ({
    agreement: {
      correspondentId: '',
      role: 'OWNER' as const,
      approver: aPerson({ partyId: 'owner-1', name: 'Mme Lefèvre' }),
      means: 'PHONE' as const,
      saidAt: after(-HOUR),
      proofs: [],
      newCorrespondentId: 'c7',
      ...over,
    },
  });
  const dear = (): Scenario => REACHED.QUOTE_RECEIVED().does('SubmitQuote', { amountCents: 10_000_000 });

  it('is entered at once, above the threshold too, with who, how and when; the quote may then be accepted', () => {
    const agreed = dear().manages('AnswerApproval', { comment: 'Faites.', ...by() });
    expect(agreed.facts).toEqual(['ApprovalAnswered']);
    expect(agreed.status).toBe('QUOTE_APPROVED');
    expect(agreed.ticket.correspondents).toMatchObject([{ id: 'c7', role: 'OWNER' }]);
    expect(history(agreed)).toMatchObject([
      { names: ['Mme Lefèvre'], approved: true, means: 'PHONE', saidAt: after(-HOUR), manualEntry: true },
    ]);
    expect(agreed.manages('AcceptQuote').status).toBe('QUOTE_ACCEPTED');
  });

  it('keeps the file that proves it', () => {
    const agreed = dear().manages('AnswerApproval', {
      comment: '',
      ...by({ proofs: [aDocument({ id: 'mail' })] }),
    });
    expect(agreed.ticket.documents.at(-1)).toMatchObject({ ref: { id: 'mail' }, kind: 'PROOF' });
    expect(history(agreed)).toMatchObject([{ documents: [{ id: 'mail' }] }]);
  });

  it.each([
    ['nothing that proves it', { comment: ' ', ...by() }, 'comment REQUIRED'],
    ['no means', { comment: 'Oui', ...by({ means: undefined }) }, 'agreement.means REQUIRED'],
    ['a time to come', { comment: 'Oui', ...by({ saidAt: after(HOUR) }) }, 'agreement.saidAt IN_THE_FUTURE'],
    ['somebody who does not decide', { comment: 'Oui', ...by({ role: 'TENANT' }) }, 'role NOT_AN_APPROVER'],
    ['nobody', { comment: 'Oui', agreement: undefined }, 'agreement REQUIRED'],
  ])('is refused with %s', (_what, content, fault) => {
    expect(refusal(() => dear().manages('AnswerApproval', content))).toBe(`INVALID_COMMAND; ${fault}`);
  });

  it('is no contractor’s, and no owner’s who was not asked', () => {
    expect(refusal(() => dear().does('AnswerApproval', { comment: 'Oui', ...by() }))).toBe(
      'ACTION_NOT_ALLOWED',
    );
  });
});

describe('en attente d’approbation', () => {
  it('waits (grey) for the one who decides, and starts the approval reminder', () => {
    const asked = REACHED.QUOTE_RECEIVED().manages('RequestApproval', { comment: 'Qu’en pensez-vous ?' });
    expect(asked.facts).toEqual(['ApprovalRequested']);
    expect(asked.shown).toBe('QUOTE_AWAITING_APPROVAL GREY');
    expect(asked.timers).toMatchObject([{ kind: 'APPROVAL_REMINDER', dueAt: after(72 * HOUR), maximum: 3 }]);
    expect(asked.ticket.correspondents).toMatchObject([
      { id: 'c1', role: 'OWNER', person: { name: 'Mme Lefèvre' } },
    ]);
    expect(history(asked)).toMatchObject([{ names: ['Mme Lefèvre'], correspondentId: 'c1' }]);
  });

  it('the same person is asked again under the same name', () => {
    const again = REACHED.QUOTE_AWAITING_APPROVAL().manages('RequestApproval', { newCorrespondentId: 'c2' });
    expect(again.ticket.correspondents.map(({ id }) => id)).toEqual(['c1']);
    const known = REACHED.QUOTE_REJECTED().manages('RequestApproval', { correspondentId: 'c1' });
    expect(known.status).toBe('QUOTE_AWAITING_APPROVAL');
    const stranger = { correspondentId: 'c9' };
    expect(refusal(() => REACHED.QUOTE_RECEIVED().manages('RequestApproval', stranger))).toBe(
      'CORRESPONDENT_NOT_FOUND',
    );
  });

  it('the other members of the council are told, not asked', () => {
    const informed = [aPerson({ name: 'Mme Roy' }), aPerson({ name: 'M. Petit' })];
    const asked = inSyndic().manages('RequestApproval', {
      role: 'COUNCIL_PRESIDENT',
      approver: president,
      informed,
    });
    expect(asked.events).toMatchObject([{ informed: [{ name: 'Mme Roy' }, { name: 'M. Petit' }] }]);
    expect(asked.ticket.correspondents).toHaveLength(1);
    expect(history(asked)).toMatchObject([{ names: ['M. Bernard', 'Mme Roy', 'M. Petit'] }]);
  });

  it.each([
    ['GERANCE', 'OWNER', 'accepted'],
    ['GERANCE', 'COUNCIL_PRESIDENT', 'INVALID_COMMAND; role NOT_AN_APPROVER'],
    ['GERANCE', 'TENANT', 'INVALID_COMMAND; role NOT_AN_APPROVER'],
    ['GERANCE', 'OTHER', 'INVALID_COMMAND; role NOT_AN_APPROVER'],
    ['SYNDIC', 'COUNCIL_PRESIDENT', 'accepted'],
    ['SYNDIC', 'COUNCIL_MEMBER', 'accepted'],
    ['SYNDIC', 'OTHER', 'accepted'],
    ['SYNDIC', 'OWNER', 'INVALID_COMMAND; role NOT_AN_APPROVER'],
  ] as const)('in %s, %s: %s', (module, role, outcome) => {
    const received = Scenario.opened({ quote: true, module }).does('SubmitQuote');
    expect(refusal(() => received.manages('RequestApproval', { role, approver: president }))).toBe(outcome);
  });

  it('a person typed in needs a name, not an address: who is asked by telephone gets no mail', () => {
    const typed = aPerson({
      partyId: '',
      name: 'M. Faisant',
      mails: [],
      mobiles: [],
      channels: { mail: false, sms: false },
    });
    expect(inSyndic().manages('RequestApproval', { role: 'OTHER', approver: typed }).status).toBe(
      'QUOTE_AWAITING_APPROVAL',
    );
    const nameless = { role: 'OTHER' as const, approver: { ...typed, name: '' } };
    expect(refusal(() => inSyndic().manages('RequestApproval', nameless))).toBe(
      'INVALID_COMMAND; approver.name REQUIRED',
    );
    expect(
      refusal(() => inSyndic().manages('RequestApproval', { role: undefined, approver: undefined })),
    ).toBe('INVALID_COMMAND; role REQUIRED; approver REQUIRED');
  });
});

describe('the answer', () => {
  const asked = REACHED.QUOTE_AWAITING_APPROVAL;

  it.each([
    [true, 'QUOTE_APPROVED BLUE'],
    [false, 'QUOTE_REJECTED BLUE'],
  ])('approved %p: %s, reminder stopped', (approved, shown) => {
    const answered = asked().does('AnswerApproval', { approved, comment: 'Vu' });
    expect(answered.facts).toEqual(['ApprovalAnswered']);
    expect(answered.shown).toBe(shown);
    expect(answered.armed).toEqual([]);
    expect(history(answered)).toMatchObject([
      { approved, text: 'Vu', names: ['Mme Lefèvre'], manualEntry: false },
    ]);
  });

  it('entered by hand in the owner’s place', () => {
    const byHand = asked().manages('AnswerApproval');
    expect(byHand.shown).toBe('QUOTE_APPROVED BLUE');
    expect(history(byHand)).toMatchObject([{ manualEntry: true, actor: aUser(), names: ['Mme Lefèvre'] }]);
  });

  it('is only theirs who were asked', () => {
    expect(refusal(() => asked().does('AnswerApproval', {}, by('OWNER', 'c2')))).toBe(
      'CORRESPONDENT_NOT_FOUND',
    );
    expect(refusal(() => asked().does('AnswerApproval', {}, by('CONTRACTOR', 'm1')))).toBe(
      'ACTOR_NOT_ALLOWED',
    );
    expect(refusal(() => asked().does('AnswerApproval', {}, by('TENANT')))).toBe('ACTOR_NOT_ALLOWED');
  });

  it.each(['COUNCIL_PRESIDENT', 'COUNCIL_MEMBER', 'THIRD_PARTY'] as const)('%s answers in syndic', (kind) => {
    const role = kind === 'THIRD_PARTY' ? 'OTHER' : kind;
    const waiting = inSyndic().manages('RequestApproval', { role, approver: president });
    expect(waiting.does('AnswerApproval', {}, by(kind)).shown).toBe('QUOTE_APPROVED BLUE');
  });

  it('when the president is away, another is asked and decides', () => {
    const waiting = inSyndic()
      .manages('RequestApproval', { role: 'COUNCIL_PRESIDENT', approver: president })
      .at(after(HOUR))
      .manages('RequestApproval', {
        role: 'COUNCIL_MEMBER',
        approver: aPerson({ partyId: 'p-2', name: 'Mme Roy' }),
        newCorrespondentId: 'c2',
      });
    expect(waiting.due('APPROVAL_REMINDER')).toBe(after(73 * HOUR).toISOString());
    expect(refusal(() => waiting.does('AnswerApproval', {}, by('COUNCIL_PRESIDENT')))).toBe(
      'CORRESPONDENT_NOT_FOUND',
    );
    expect(waiting.does('AnswerApproval', {}, by('COUNCIL_MEMBER', 'c2')).status).toBe('QUOTE_APPROVED');
  });

  it('comes too late for a quote that was accepted or refused', () => {
    for (const decided of [asked().manages('AcceptQuote'), asked().manages('RefuseQuote')]) {
      expect(decided.armed).not.toContain('APPROVAL_REMINDER');
      expect(refusal(() => decided.does('AnswerApproval'))).toBe('ACTION_NOT_ALLOWED');
    }
  });

  it('does not bind the manager', () => {
    expect(REACHED.QUOTE_REJECTED().manages('AcceptQuote').status).toBe('QUOTE_ACCEPTED');
    expect(REACHED.QUOTE_APPROVED().manages('RefuseQuote').status).toBe('QUOTE_REFUSED');
  });
});

describe('the mandate’s threshold (manual, "Module Gérance")', () => {
  const place = { ...aDraft().place!, approvalThresholdCents: 50_000 };
  const received = (amountCents: number, module: 'GERANCE' | 'SYNDIC' = 'GERANCE'): Scenario =>
    Scenario.opened({ quote: true, module, place }).does('SubmitQuote', { amountCents });
  const accepts = (scenario: Scenario): string => refusal(() => scenario.manages('AcceptQuote'));

  it('up to it the manager decides alone', () => {
    expect(accepts(received(50_000))).toBe('accepted');
  });

  it('above it the owner must have approved, through the link or by hand', () => {
    const dear = received(50_001);
    expect(accepts(dear)).toBe('OWNER_APPROVAL_REQUIRED');
    const asked = dear.manages('RequestApproval');
    expect(accepts(asked)).toBe('OWNER_APPROVAL_REQUIRED');
    expect(accepts(asked.does('AnswerApproval', { approved: false }))).toBe('OWNER_APPROVAL_REQUIRED');
    expect(accepts(asked.does('AnswerApproval', {}, { actor: anOwner() }))).toBe('accepted');
    expect(accepts(asked.manages('AnswerApproval'))).toBe('accepted');
  });

  it('a dearer quote that replaces the approved one needs its own approval', () => {
    const approved = received(60_000).manages('RequestApproval').does('AnswerApproval');
    expect(accepts(approved.manages('SubmitQuote', { amountCents: 61_000 }))).toBe('OWNER_APPROVAL_REQUIRED');
  });

  it('does not exist in syndic', () => {
    expect(accepts(received(90_000, 'SYNDIC'))).toBe('accepted');
  });
});
