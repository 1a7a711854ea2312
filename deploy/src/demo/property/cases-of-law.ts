import { GuarantorKind, Periodicity, RentIndex } from '@intervia/contracts';
import type { Days } from './days.js';
import type { Tenancy } from './tenancy.js';

/** A year and a half and less: the last rent is said (loi 89-462, art. 3). */
const MONTHS_HERE = 5;

/** What rules of the law are met by and no caisse or screen asks for. */
export const CASES_OF_LAW: Readonly<Record<string, (tenancy: Tenancy, days: Days) => void>> = {
  'taken over from another agency: no tax identifier, no surface, no DPE': ({ unit }) => {
    Object.assign(unit, { taxIdentifier: '', habitableDm2: 0, carrezDm2: 0, certificates: [] });
  },
  'let again a month after the last tenant left': ({ unit, lease, rent }, days) => {
    const effectOn = days.month(-MONTHS_HERE);
    Object.assign(lease, { effectOn, signedOn: effectOn, calledFrom: effectOn });
    if (lease.revision) lease.revision.nextOn = days.month(12 - MONTHS_HERE);
    Object.assign(unit, { lastRentCents: (rent - 20) * 100, lastLeftOn: days.monthEnd(-MONTHS_HERE - 2) });
  },
  'quarterly in advance, without deposit': ({ lease }) => {
    Object.assign(lease, { calledEvery: Periodicity.QUARTERLY, deposit: undefined });
  },
  'revised this year': ({ lease, rent }, days) => {
    const effectOn = days.month(-3);
    lease.revisions = [
      {
        id: `${lease.id}-revision`,
        askedOn: days.day(-110),
        effectOn,
        index: RentIndex.IRL,
        quarter: '2026-Q2',
        value: 14_837,
        oldRentCents: rent * 100 - 900,
        newRentCents: rent * 100,
      },
    ];
    lease.revision = {
      index: RentIndex.IRL,
      referenceQuarter: '2026-Q2',
      referenceValue: 14_837,
      nextOn: days.month(9),
    };
  },
  'revision nobody asked for in its year': ({ lease }, days) => {
    const effectOn = days.month(-30);
    Object.assign(lease, { effectOn, signedOn: effectOn, calledFrom: effectOn });
    if (lease.revision) lease.revision.nextOn = days.month(-14);
  },
};

/** A landlord that is a company and no family SCI: six years, and a guarantor in doubt. */
export function companyLandlord({ lease, rent }: Tenancy): void {
  lease.lengthMonths = 72;
  lease.guarantors = [
    {
      id: 'caution',
      kind: GuarantorKind.PERSON,
      name: 'Caution d’un parent',
      amountCents: rent * 100,
      from: lease.effectOn,
    },
  ];
}
