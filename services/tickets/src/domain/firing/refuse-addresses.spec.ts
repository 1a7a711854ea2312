import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../values/model.js';
import { hasRefusedAddress } from '../ticket/ticket.js';
import { HOUR, REACHED, Scenario, after } from '../../testing/scenario.js';

const MAIL = 'contact@dupont.example';
const MOBILE = '+33612345678';

const refuse = (ticket: Scenario, addresses: readonly string[], correspondentId = ''): Scenario =>
  ticket.sends({
    type: 'RefuseAddresses',
    actor: SYSTEM,
    now: ticket.now,
    missionId: 'm1',
    correspondentId,
    addresses,
    reason: 'refusé : 550 5.1.1',
  });

/** Specification of links and mails, 17: seen grey for days, then "relance restée sans réponse". */
describe('an address that is refused', () => {
  it('turns the ticket blue, at once', () => {
    const sent = Scenario.opened();
    const refused = refuse(sent, [MAIL]);
    expect(sent.shown).toBe('WORK_ORDER_SENT GREY');
    expect(refused.facts).toEqual(['AddressRefused']);
    expect(refused.shown).toBe('WORK_ORDER_SENT BLUE');
    expect(hasRefusedAddress(refused.ticket)).toBe(true);
    expect(refused.mission().refused).toEqual([MAIL]);
  });

  it('goes on being reminded where another address is left, and nowhere once none is', () => {
    const byMail = refuse(Scenario.opened(), [MAIL]);
    expect(byMail.armed).toEqual(['WORK_ORDER_REMINDER']);
    expect(refuse(byMail, [MOBILE]).armed).toEqual([]);
  });

  it('says nothing twice, nor of an address that is not (any more) the contractor’s', () => {
    const refused = refuse(Scenario.opened(), [MAIL]);
    expect(refuse(refused, [MAIL]).facts).toEqual([]);
    expect(refuse(refused, ['old@dupont.example']).facts).toEqual([]);
    expect(refuse(refused.closes(), [MOBILE]).facts).toEqual([]);
  });

  it('is corrected: grey again, and what is waited for has its delay anew', () => {
    const dead = refuse(Scenario.opened(), [MAIL, MOBILE]);
    const later = dead.at(after(30 * HOUR));
    const corrected = later.asks('ChangeReach', {
      missionId: 'm1',
      correspondentId: '',
      reach: { mails: ['new@dupont.example'], mobiles: [], channels: { mail: true, sms: false } },
    });
    expect(corrected.shown).toBe('WORK_ORDER_SENT GREY');
    expect(corrected.armed).toEqual(['WORK_ORDER_REMINDER']);
    expect(corrected.timers[0]).toMatchObject({ since: later.now, sent: 0 });
  });

  it('is forgotten with the next step', () => {
    const accepted = refuse(Scenario.opened(), [MAIL]).does('AcceptWorkOrder');
    expect(accepted.shown).toBe('WORK_ORDER_ACCEPTED GREY');
    expect(accepted.mission().refused).toBeUndefined();
  });

  it('of an approver makes blue what waits for the approval; of the contractor, nothing then', () => {
    const asked = REACHED.QUOTE_AWAITING_APPROVAL();
    const approver = asked.ticket.correspondents[0];
    if (!approver) throw new Error('nobody was asked');
    expect(refuse(asked, [MAIL]).facts).toEqual([]);
    const refused = refuse(asked, [...approver.person.mails, ...approver.person.mobiles], approver.id);
    expect(refused.shown).toBe('QUOTE_AWAITING_APPROVAL BLUE');
    expect(refused.armed).toEqual([]);
  });
});
