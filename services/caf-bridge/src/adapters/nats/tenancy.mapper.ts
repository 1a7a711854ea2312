import type { HousingAid, PartyFile, RentCall, RentLine, TenantFile } from '@intervia/contracts';
import { AidFund, AidKind, RentLineKind } from '@intervia/contracts';
import type { Aid, CalledMonth, CallLine, Occupant, Tenancy } from '../../domain/selection/tenancy.js';

/** A tenant's file of the directory, as far as the caisses are concerned. */
export function toTenancy({
  lease,
  account,
  party,
  sharerParties,
  unit,
  building,
  unpaid,
  ...rest
}: TenantFile): Tenancy {
  const { permanentLines = [], temporaryLines = [], sharers = [] } = lease ?? {};
  const flatShare = sharers.length > 0;
  const withheldNow = unit?.nonDecency && !unit.nonDecency.until ? unit.nonDecency : undefined;
  return {
    accountId: account?.id ?? lease?.accountId ?? '',
    account: account?.number ?? '',
    entityId: account?.entityId ?? lease?.entityId ?? '',
    leaseId: lease?.id ?? '',
    unitLabel: [unit?.label, building?.name].filter(Boolean).join(', '),
    address: building?.address?.line ?? '',
    postcode: building?.address?.postalCode ?? '',
    furnished: unit?.furnished ?? false,
    flatShare,
    occupants: flatShare
      ? sharers.map((sharer): Occupant => ({
          id: sharer.id,
          ...namesOf(sharerParties.find(({ id }) => id === sharer.partyId)),
          entryDate: sharer.enteredOn || undefined,
          leftOn: sharer.leftOn || undefined,
          share: sharer.shareBp,
          aid: toAid(sharer.aid, sharer.cafNumber),
        }))
      : [
          {
            id: account?.id ?? '',
            ...namesOf(party),
            entryDate: lease?.effectOn || undefined,
            leftOn: lease?.leftOn || undefined,
            share: 0,
            aid: toAid(lease?.aid, lease?.cafNumber ?? ''),
          },
        ],
    firstRentCallOn: lease?.calledFrom || undefined,
    departedOn: lease?.leftOn || undefined,
    lines: [...permanentLines, ...temporaryLines].map(toLine),
    calls: callsOf(unpaid, rest.lastCall),
    balanceCents: account?.balanceCents ?? 0,
    planSince: lease?.repaymentPlan?.signedOn || undefined,
    recoveryStarted: Boolean(lease?.recoveryStartedOn),
    nonDecentSince: withheldNow?.since || undefined,
    mandateEndedOn: rest.mandateEndedOn || undefined,
    soldOn: unit?.soldOn || undefined,
  };
}

/** The newest call may be paid: it is none of the unpaid ones then. */
function callsOf(unpaid: readonly RentCall[], last: RentCall | undefined): CalledMonth[] {
  const calls = last && !unpaid.some(({ id }) => id === last.id) ? [...unpaid, last] : unpaid;
  return calls.map(({ month, dueOn, totalCents, paidCents, withheldCents }) => ({
    ...{ month, dueOn, totalCents, withheldCents },
    unpaidCents: Math.max(0, totalCents - paidCents),
  }));
}

const NATURES: Readonly<Record<RentLineKind, CallLine['nature']>> = {
  [RentLineKind.UNSPECIFIED]: 'OTHER',
  [RentLineKind.RENT]: 'RENT',
  [RentLineKind.CHARGES]: 'CHARGES',
  [RentLineKind.OTHER]: 'OTHER',
};

const toLine = ({ label, fiscalCode, kind, amountCents, from, until }: RentLine): CallLine => ({
  ...{ label, fiscalCode, nature: NATURES[kind], cents: amountCents },
  ...{ from: from || undefined, until: until || undefined },
});

function toAid(aid: HousingAid | undefined, uniqueNumber: string): Aid | undefined {
  if (!aid || aid.fund === AidFund.UNSPECIFIED) return undefined;
  return {
    scheme: aid.fund === AidFund.MSA ? 'MSA' : 'CAF',
    organisme: aid.organisme,
    type: aid.kind === AidKind.APL ? 'APL' : 'AL',
    // People group its digits.
    allocataire: aid.allocataireNumber.replaceAll(/\s/gu, ''),
    uniqueNumber,
    monthlyCents: aid.amountCents,
    toLandlord: aid.paidToLandlord,
  };
}

const namesOf = (party: PartyFile | undefined): Pick<Occupant, 'lastName' | 'firstName'> =>
  party?.companyName
    ? { lastName: party.companyName, firstName: '' }
    : { lastName: party?.lastName ?? '', firstName: party?.firstName ?? '' };
