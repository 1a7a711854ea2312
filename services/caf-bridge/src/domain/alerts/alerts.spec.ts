import { describe, expect, it } from '@jest/globals';
import { aTenancy, anOccupant } from '../../samples/builders.js';
import type { Tenancy } from '../selection/tenancy.js';
import { alertsOf } from './alerts.js';
import type { AlertFacts, AlertKind } from './alerts.js';

const today = '2026-08-03';
const kinds = (tenancy: Tenancy, facts: Partial<AlertFacts> = {}) =>
  alertsOf(tenancy, { today, ...facts }).map(({ kind }) => kind);
const shared = aTenancy({
  flatShare: true,
  occupants: [
    anOccupant({ id: 's1' }),
    anOccupant({ id: 's2' }),
    anOccupant({ id: 's3', leftOn: '2026-07-31' }),
  ],
});

describe('what has no message', () => {
  it.each<[string, Tenancy, Partial<AlertFacts>, AlertKind[]]>([
    ['nothing', aTenancy(), {}, []],
    ['a dwelling that was sold', aTenancy({ soldOn: today }), {}, ['SOLD']],
    ['a sale to come', aTenancy({ soldOn: '2026-08-04' }), {}, []],
    ['a mandate that ended', aTenancy({ mandateEndedOn: '2026-06-30' }), {}, ['MANDATE_ENDED']],
    ['a mandate that will end', aTenancy({ mandateEndedOn: '2026-12-31' }), {}, []],
    ['a dwelling that is not decent', aTenancy({ nonDecentSince: '2026-02-01' }), {}, ['NOT_DECENT']],
    ['fewer sharers than were told', shared, { sharersTold: 3 }, ['SHARERS_CHANGED']],
    ['as many sharers as were told', shared, { sharersTold: 2 }, []],
    ['sharers of whom nothing was told', shared, {}, []],
    ['an offer', aTenancy(), { offer: { receivedOn: '2026-07-31' } }, ['DIRECT_PAYMENT_OFFER']],
    ['an answered offer', aTenancy(), { offer: { receivedOn: '2026-07-31', answeredOn: '2026-08-01' } }, []],
  ])('is told of %s', (_what, tenancy, facts, wanted) => {
    expect(kinds(tenancy, facts)).toEqual(wanted);
  });

  it('gives two months to answer an offer, to the last day of a short month', () => {
    const [alert] = alertsOf(aTenancy(), { today, offer: { receivedOn: '2026-12-31' } });
    expect(alert).toMatchObject({ since: '2026-12-31', deadline: '2027-02-28', facts: { daysLeft: 209 } });
  });

  it('is told of nobody without an aid', () => {
    expect(kinds(aTenancy({ occupants: [anOccupant({ aid: undefined })], soldOn: today }))).toEqual([]);
  });
});
