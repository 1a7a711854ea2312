import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CafMessage } from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { Readable } from 'node:stream';
import { ANSWER_BEFORE, FIRST_CALL, UNPAID } from './samples/days.js';
import { aTenantFile } from './testing/fake-directory.js';
import { AGENCY, House, SCOPE, caller, context } from './testing/house.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
  await house.configure();
}, 60_000);
afterAll(() => house?.close());
beforeEach(() => house.directory.tenants.clear());

const lookAgain = () => house.caf.listLegalCases({ caller: caller(), refresh: true });
const alerts = async () =>
  (await house.caf.listAlerts({ caller: caller() })).alerts.map(({ kind, account, since }) => [
    kind,
    account,
    since,
  ]);

describe('a debt to be reported', () => {
  it('keeps when, how and by whom it was, with the proof; another agency has no part in it', async () => {
    house.directory.put(aTenantFile('debtor', {}, UNPAID));
    const [open] = (await lookAgain()).cases;
    const caseId = open!.id;
    const report = (agencyId = AGENCY) =>
      house.caf.reportCase({
        ...{ context: context(undefined, agencyId), caseId, reportedOn: FIRST_CALL, how: 'Courrier suivi' },
        ...(agencyId === AGENCY ? { proof } : {}),
      });
    const store = await LocalFileStore.open(house.env.FILES_DIR);
    const limits = { maxBytes: 1_000, accept: ['application/pdf'] };
    const pdf = Readable.from([Buffer.from('%PDF-1.4\n%%EOF\n')]);
    const proof = await store.put(AGENCY, 'accuse-de-reception.pdf', pdf, limits);
    await expect(report('roses')).rejects.toMatchObject({ code: 'CAF_CASE_NOT_FOUND' });
    expect((await report()).case).toMatchObject({
      ...{ reportedOn: FIRST_CALL, reportedHow: 'Courrier suivi', reportedBy: 'Claire Moreau' },
      proof: { name: 'accuse-de-reception.pdf', sha256: proof.sha256 },
    });
    // A later look at the tenant, and a CAF32, leave what was reported by hand as it is.
    await house.caf.startRun({ context: context(), scope: { ...SCOPE, message: CafMessage.CAF32 } });
    expect((await lookAgain()).cases[0]).toMatchObject({
      reportedHow: 'Courrier suivi',
      proof: { id: proof.id },
    });
    // An agency whose leases bear the same ids has a case of its own, not this one.
    const { cases } = await house.caf.listLegalCases({ caller: caller('roses'), refresh: true });
    expect(cases.map(({ id, reportedOn }) => [id === caseId, reportedOn])).toEqual([[false, '']]);
  });
});

describe('what has no message', () => {
  it('is a sale, the end of the mandate, a dwelling that is not decent', async () => {
    house.directory.put({ ...aTenantFile('sold'), unit: { id: 'u1', soldOn: FIRST_CALL } });
    house.directory.put({ ...aTenantFile('ended'), mandateEndedOn: FIRST_CALL });
    house.directory.put({ ...aTenantFile('damp'), unit: { id: 'u3', nonDecency: { since: FIRST_CALL } } });
    house.directory.put({
      ...aTenantFile('mended'),
      unit: { id: 'u4', nonDecency: { since: FIRST_CALL, until: FIRST_CALL } },
    });
    await lookAgain();
    expect((await alerts()).sort()).toEqual([
      ['MANDATE_ENDED', '411ENDED', FIRST_CALL],
      ['NOT_DECENT', '411DAMP', FIRST_CALL],
      ['SOLD', '411SOLD', FIRST_CALL],
    ]);
  });

  it('is another number of sharers than the last file told', async () => {
    const sharer = (name: string) => ({
      ...{ id: `s-${name}`, partyId: `p-${name}`, enteredOn: FIRST_CALL, cafNumber: `CAF-S${name}` },
      aid: { kind: 2, fund: 1, organisme: '075', amountCents: 10_000 },
    });
    const parties = ['a', 'b'].map((name) => ({ id: `p-${name}`, lastName: name }));
    const flat = aTenantFile('flat', { aid: undefined, sharers: [sharer('a'), sharer('b')] });
    house.directory.put({ ...flat, sharerParties: parties });
    await house.caf.startRun({ context: context(), scope: { ...SCOPE, message: CafMessage.CAF12 } });
    await lookAgain();
    expect(await alerts()).toEqual([]);
    house.directory.get('flat').lease!.sharers.pop();
    await lookAgain();
    expect((await alerts()).map(([kind, account]) => [kind, account])).toEqual([
      ['SHARERS_CHANGED', '411FLAT'],
    ]);
  });

  it('is an offer of direct payment, until it is answered', async () => {
    house.directory.put(aTenantFile('one'));
    const offer = { account: '411ONE', receivedOn: FIRST_CALL };
    const { offerId } = await house.caf.recordOffer({ context: context(), ...offer });
    const [alert] = (await house.caf.listAlerts({ caller: caller() })).alerts;
    expect(alert).toMatchObject({ kind: 'DIRECT_PAYMENT_OFFER', offerId, deadline: ANSWER_BEFORE });
    const answer = { offerId, answeredOn: FIRST_CALL, accepted: true };
    await expect(
      house.caf.answerOffer({ context: context(undefined, 'roses'), ...answer }),
    ).rejects.toMatchObject({ code: 'CAF_OFFER_NOT_FOUND' });
    await house.caf.answerOffer({ context: context(), ...answer });
    expect(await alerts()).toEqual([]);
    await expect(
      house.caf.recordOffer({ context: context(), ...offer, account: '411NOBODY' }),
    ).rejects.toMatchObject({ code: 'CAF_ACCOUNT_NOT_FOUND' });
  });
});
