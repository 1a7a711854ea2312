import { describe, expect, it } from '@jest/globals';
import { recordOf, isRecorded } from '../history/history.js';
import type { HistoryEntry } from '../history/record.js';
import { REACHED } from '../../testing/scenario.js';
import type { Scenario } from '../../testing/scenario.js';
import { reasonFor, requestFor } from './reasons.js';

const historyOf = ({ events }: Scenario): HistoryEntry[] =>
  events.filter(isRecorded).map((event) => ({ id: 'h', hash: '', ...recordOf(event) }));

const reason = (scenario: Scenario): string => reasonFor(scenario.mission(), historyOf(scenario));

describe('the agency’s reasons', () => {
  it('are told to the contractor who has to act on them, or is refused', () => {
    expect(reason(REACHED.NEW_INVOICE_REQUESTED())).toBe('TVA manquante');
    expect(reason(REACHED.QUOTE_REFUSED())).toBe('Trop cher');
    const postponed = REACHED.APPOINTMENT_VALIDATED().manages('PostponeAppointment', {
      comment: 'L’occupant est absent.',
    });
    expect(reason(postponed)).toBe('L’occupant est absent.');
  });

  it('end with what they were about', () => {
    expect(reason(REACHED.NEW_INVOICE_REQUESTED().does('SubmitInvoice'))).toBe('');
  });

  it('are told to the approver who was asked, and to nobody else', () => {
    const asked = REACHED.QUOTE_RECEIVED().manages('RequestApproval', {
      comment: 'Le moins cher des trois.',
    });
    expect(requestFor('m1', 'c1', historyOf(asked))).toBe('Le moins cher des trois.');
    expect(requestFor('m1', 'c2', historyOf(asked))).toBe('');
  });
});
