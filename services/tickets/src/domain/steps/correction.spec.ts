import { describe, expect, it } from '@jest/globals';
import { anOwner } from '../../testing/sound-steps.js';
import { REACHED, refusal } from '../../testing/scenario.js';
import type { Scenario } from '../../testing/scenario.js';
import { changeableUntil } from './correction.js';

const MINUTE = 60_000;
const answered = (approved = true): Scenario =>
  REACHED.QUOTE_AWAITING_APPROVAL().does('AnswerApproval', { approved });
const answeredAt = ({ ticket: { missions } }: Scenario): Date => {
  const [mission] = missions;
  if (!mission || !('quote' in mission) || !mission.quote?.approval?.answeredAt) throw new Error('no answer');
  return mission.quote.approval.answeredAt;
};
const minutesAfter = (scenario: Scenario, minutes: number) =>
  new Date(answeredAt(scenario).getTime() + minutes * MINUTE);
const corrects = (scenario: Scenario, minutes: number, actor = anOwner()) =>
  scenario
    .at(minutesAfter(scenario, minutes))
    .does('AnswerApproval', { approved: false, comment: 'Trop cher', corrects: true }, { actor });

describe('an answer about a quote', () => {
  it('is taken back within fifteen minutes by who gave it, and everybody told anew', () => {
    const corrected = corrects(answered(), 14);
    expect(corrected.mission()).toMatchObject({
      status: 'QUOTE_REJECTED',
      quote: { approval: { approved: false, comment: 'Trop cher' } },
    });
    expect(corrected.events).toMatchObject([{ type: 'ApprovalAnswered', approved: false, corrects: true }]);
  });

  it('is settled after that', () => {
    expect(refusal(() => corrects(answered(), 15))).toBe('ANSWER_SETTLED');
  });

  it('is not changed by an answer that does not say so: a second tab, a double tap', () => {
    expect(refusal(() => answered().does('AnswerApproval', { approved: false }))).toBe('ACTION_NOT_ALLOWED');
  });

  it('is the manager’s once it was acted upon', () => {
    expect(refusal(() => corrects(answered().manages('AcceptQuote'), 1))).toBe('ACTION_NOT_ALLOWED');
  });

  it('is nobody else’s to change', () => {
    const scenario = answered();
    const stranger = { ...anOwner(), id: 'c2' };
    expect(refusal(() => corrects(scenario, 1, stranger))).toBe('ACTION_NOT_ALLOWED');
    const { ticket } = scenario;
    expect(changeableUntil(ticket, scenario.mission(), 'c2')).toBeUndefined();
    expect(changeableUntil(ticket, scenario.mission(), 'c1')).toEqual(minutesAfter(scenario, 15));
  });
});
