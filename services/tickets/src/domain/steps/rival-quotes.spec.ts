import { describe, expect, it } from '@jest/globals';
import { aPerson } from '../../testing/builders.js';
import { anOwner } from '../../testing/sound-steps.js';
import { REACHED, Scenario, refusal } from '../../testing/scenario.js';

describe('two rival quotes', () => {
  const asked = (): Scenario =>
    Scenario.opened({
      quote: true,
      contractors: [aPerson(), aPerson({ partyId: 'party-2', mails: ['b@b.example'] })],
    })
      .does('SubmitQuote')
      .does('SubmitQuote', {}, { missionId: 'm2' })
      .manages('RequestApproval')
      .manages('RequestApproval', { correspondentId: 'c1' }, 'm2');

  it('cannot both be approved, by link or by hand', () => {
    const one = asked().does('AnswerApproval');
    expect(one.mission().status).toBe('QUOTE_APPROVED');
    expect(refusal(() => one.does('AnswerApproval', {}, { missionId: 'm2', actor: anOwner() }))).toBe(
      'QUOTE_ALREADY_APPROVED',
    );
    expect(refusal(() => one.manages('AnswerApproval', {}, 'm2'))).toBe('QUOTE_ALREADY_APPROVED');
    expect(one.manages('AnswerApproval', { approved: false }, 'm2').mission('m2').status).toBe(
      'QUOTE_REJECTED',
    );
  });
});

describe('a quote that is replaced while somebody decides on it', () => {
  it('is asked about again, of the same person', () => {
    const replaced = REACHED.QUOTE_AWAITING_APPROVAL().does('SubmitQuote', { amountCents: 70_000 });
    expect(replaced.events).toMatchObject([
      { type: 'QuoteReceived', amountCents: 70_000 },
      { type: 'ApprovalRequested', correspondent: { id: 'c1' }, replacement: true, continues: true },
    ]);
    expect(replaced.shown).toBe('QUOTE_AWAITING_APPROVAL GREY');
    expect(replaced.armed).toEqual(['APPROVAL_REMINDER']);
    expect(replaced.manages('StepBack').mission()).toMatchObject({ quote: { amountCents: 80_000 } });
  });
});
