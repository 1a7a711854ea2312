/** Days and months of samples, which no clock is compared with. */
export const FIRST_CALL = '2025-01-01';
/** Of an offer that came on the day of the first call. */
export const ANSWER_BEFORE = '2025-03-01';
export const NOTICE = { id: 'n1', reason: 1, receivedOn: '2026-09-01', leavesOn: '2026-12-01' };
export const DEPARTURE = {
  ...{ id: 'd1', reason: 1, leftOn: '2026-11-30', lastMonthPaid: true, balanceCents: 1234, noticeId: 'n1' },
  ...{ noticeReceivedOn: '2026-09-01', noticeEndsOn: '2026-12-01' },
  newAddress: { line: '1 rue Neuve', postalCode: '69001', city: 'Lyon' },
};
/** Four months of which the tenant paid what the caisse did not; two of them make the debt one of the law. */
export const UNPAID = ['2026-04', '2026-05', '2026-06', '2026-07'].map((month) => ({
  ...{ id: `call-${month}`, month, dueOn: `${month}-05`, totalCents: 73_000, paidCents: 25_000 },
}));
export const CONSTITUTED = {
  firstDefaultOn: '2026-04-05',
  constitutedOn: '2026-05-05',
  deadline: '2026-07-05',
};
