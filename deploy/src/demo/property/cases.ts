import type { MessageInitShape } from '@bufbuild/protobuf';
import type { HousingAidSchema } from '@intervia/contracts';
import {
  AidFund,
  AidKind,
  AlarmKind,
  DebitBasis,
  DepartureReason,
  GuarantorKind,
  LeaseKind,
  RentLineKind,
} from '@intervia/contracts';
import type { Days } from './days.js';
import { dpe, line } from './tenancy.js';
import type { Tenancy } from './tenancy.js';

type Aid = Omit<MessageInitShape<typeof HousingAidSchema>, '$typeName' | '$unknown'>;

/** Caisses of the demo: CAF du Rhône, MSA Ain-Rhône. Numbers are made up. */
const CAF = { fund: AidFund.CAF, organisme: '691' };
const MSA = { fund: AidFund.MSA, organisme: '693' };

const number = (tenancy: Tenancy): string => tenancy.lease.id.replace(/\D/g, '').slice(-7).padStart(7, '1');

const aidOf = (tenancy: Tenancy, euros: number, more: Partial<Aid> = {}): Aid => ({
  kind: AidKind.APL,
  ...CAF,
  allocataireNumber: number(tenancy),
  amountCents: euros * 100,
  paidToLandlord: true,
  from: tenancy.lease.calledFrom ?? '',
  ...more,
});

const cafNumber = (tenancy: Tenancy): string => `69100${number(tenancy)}`;

const withAid = (tenancy: Tenancy, euros: number, more: Partial<Aid> = {}): void => {
  tenancy.lease.aid = aidOf(tenancy, euros, more);
  tenancy.lease.cafNumber = cafNumber(tenancy);
};

function furnish(tenancy: Tenancy, kind: LeaseKind, lengthMonths: number): void {
  tenancy.unit.furnished = true;
  tenancy.unit.equipment = ['Literie', 'Plaques de cuisson', 'Réfrigérateur', 'Vaisselle'];
  tenancy.lease.kind = kind;
  tenancy.lease.lengthMonths = lengthMonths;
  tenancy.lease.noticeMonths = 1;
  tenancy.lease.permanentLines = [
    line('loyer', 'Loyer meublé', 'LM', RentLineKind.RENT, tenancy.rent + 60),
    line('charges', 'Provision sur charges', 'CH', RentLineKind.CHARGES, tenancy.charges),
  ];
  tenancy.unit.referenceLines = tenancy.lease.permanentLines;
  // Furnished dwellings: two months of rent at most.
  const depositCents = (tenancy.rent + 60) * 2 * 100;
  tenancy.unit.referenceDepositCents = depositCents;
  tenancy.lease.deposit = { amountCents: depositCents, paidOn: tenancy.lease.effectOn };
}

function energy(tenancy: Tenancy, letter: string, days: Days): void {
  tenancy.unit.certificates = [dpe(letter, { reference: tenancy.unit.managementCode ?? '' }, days)];
  if (tenancy.lease.revision) tenancy.lease.revision.frozen = true;
}

const leaving = { line: '3 rue des Fleurs', postalCode: '38200', city: 'Vienne' };

/** What the demo shows beside ordinary tenancies; each is met by a rule of the law, a caisse or a screen. */
export const CASES: Readonly<Record<string, (tenancy: Tenancy, days: Days) => void>> = {
  'class G': (tenancy, days) => energy(tenancy, 'G', days),
  'class F': (tenancy, days) => energy(tenancy, 'F', days),
  furnished: (tenancy) => {
    furnish(tenancy, LeaseKind.FURNISHED, 12);
  },
  student: (tenancy) => {
    furnish(tenancy, LeaseKind.STUDENT, 9);
    withAid(tenancy, 160, { kind: AidKind.AL, paidToLandlord: false });
    tenancy.lease.guarantors = [
      {
        id: 'visale',
        kind: GuarantorKind.VISALE,
        name: 'Visale',
        reference: 'V10101010',
        from: tenancy.lease.effectOn,
      },
    ];
  },
  mobility: (tenancy, days) => {
    furnish(tenancy, LeaseKind.MOBILITY, 8);
    tenancy.lease.effectOn = days.month(-4);
    tenancy.lease.signedOn = tenancy.lease.effectOn;
    tenancy.lease.calledFrom = tenancy.lease.effectOn;
    tenancy.lease.endsOn = days.monthEnd(3);
    tenancy.lease.deposit = undefined;
    tenancy.lease.revision = undefined;
  },
  'direct debit': (tenancy) => {
    tenancy.lease.debit = {
      basis: DebitBasis.LAST_CALL_LESS_AID,
      day: 5,
      rum: `TILLEULS-${number(tenancy)}`,
      ics: 'FR72ZZZ123456',
      debtor: tenancy.tenants[0]?.name ?? '',
      iban: 'FR7612345678901234567890158',
      bic: 'AGRIFRPP',
      recurrent: true,
      signedOn: tenancy.lease.signedOn,
    };
  },
  'notice given': (tenancy, days) => {
    withAid(tenancy, 120);
    tenancy.lease.notices = [
      {
        id: `${tenancy.lease.id}-preavis`,
        reason: DepartureReason.TENANT_NOTICE,
        receivedOn: days.day(-20),
        leavesOn: days.day(70),
        newAddress: leaving,
      },
    ];
  },
  'landlord gives notice': (tenancy, days) => {
    tenancy.lease.notices = [
      {
        id: `${tenancy.lease.id}-conge`,
        reason: DepartureReason.LANDLORD_NOTICE,
        receivedOn: days.day(-40),
        leavesOn: days.day(150),
      },
    ];
  },
  'gone last month': (tenancy, days) => {
    withAid(tenancy, 140);
    tenancy.lease.leftOn = days.day(-25);
    tenancy.unpaidMonths = [1];
    tenancy.lease.departures = [
      {
        id: `${tenancy.lease.id}-depart`,
        reason: DepartureReason.TENANT_NOTICE,
        leftOn: days.day(-25),
        newAddress: leaving,
        balanceCents: (tenancy.rent + tenancy.charges - 140) * 100,
      },
    ];
  },
  'four months owed, aid to the landlord': (tenancy) => {
    withAid(tenancy, 190);
    tenancy.unpaidMonths = [1, 2, 3, 4];
  },
  'three months owed, aid to the tenant, without unique number': (tenancy) => {
    tenancy.lease.aid = aidOf(tenancy, 170, { paidToLandlord: false });
    tenancy.unpaidMonths = [1, 2, 3];
  },
  'MSA, two months owed': (tenancy) => {
    withAid(tenancy, 150, { ...MSA, kind: AidKind.AL });
    tenancy.unpaidMonths = [1, 2];
  },
  'repayment plan': (tenancy, days) => {
    withAid(tenancy, 210);
    tenancy.unpaidMonths = [2, 3, 4, 5];
    tenancy.lease.repaymentPlan = {
      signedOn: days.day(-30),
      from: days.month(0),
      until: days.month(11),
      monthlyCents: 15_000,
    };
  },
  'recovery started': (tenancy, days) => {
    withAid(tenancy, 90);
    tenancy.unpaidMonths = [0, 1, 2, 3, 4, 5];
    tenancy.lease.recoveryStartedOn = days.day(-45);
  },
  'one month owed, above 450 euros': (tenancy) => {
    withAid(tenancy, 60);
    tenancy.unpaidMonths = [1];
  },
  'not decent, aid withheld': (tenancy, days) => {
    withAid(tenancy, 230);
    tenancy.unpaidMonths = [1, 2, 3];
    tenancy.withheld = 230;
    tenancy.unit.nonDecency = {
      since: days.month(-4),
      reason: 'Installation électrique dangereuse, constat de la CAF',
      withheldCents: 23_000,
    };
  },
  'without unique number, in a dwelling that was sold': (tenancy, days) => {
    tenancy.lease.aid = aidOf(tenancy, 110);
    tenancy.unit.soldOn = days.day(-10);
  },
  'insurance and boiler due': (tenancy, days) => {
    tenancy.lease.insurance = {
      insurer: 'Mutuelle des Canuts (fiction)',
      policy: `MC-${number(tenancy)}`,
      expiresOn: days.day(-12),
    };
    tenancy.lease.alarms = [
      {
        id: 'assurance',
        kind: AlarmKind.INSURANCE,
        label: 'Attestation d’assurance',
        dueOn: days.day(-12),
        everyMonths: 12,
      },
      {
        id: 'chaudiere',
        kind: AlarmKind.BOILER,
        label: 'Entretien de la chaudière',
        dueOn: days.day(9),
        everyMonths: 12,
      },
    ];
  },
  'revision due': (tenancy, days) => {
    const effectOn = days.month(-12);
    Object.assign(tenancy.lease, { effectOn, signedOn: effectOn, calledFrom: effectOn });
    if (tenancy.lease.revision) tenancy.lease.revision.nextOn = days.month(0);
  },
  'guarantor and GLI': (tenancy) => {
    tenancy.lease.guarantors = [
      {
        id: 'caution',
        kind: GuarantorKind.PERSON,
        name: 'Caution solidaire familiale',
        amountCents: tenancy.rent * 100,
        from: tenancy.lease.effectOn,
      },
    ];
    tenancy.lease.gliExcluded = true;
  },
};

/** Two who share: each with its part of the rent, the first with APL; the second with a notice or not. */
export function share(tenancy: Tenancy, days: Days, at: number): void {
  const [first, second] = tenancy.tenants;
  if (!first || !second) return;
  tenancy.lease.flatShare = true;
  tenancy.lease.sharers = [first, second].map(({ id }, place) => ({
    id: `coloc${String(place + 1)}`,
    partyId: id,
    enteredOn: tenancy.lease.effectOn,
    shareBp: 5_000,
    ...(place === 0 || at % 2 === 0
      ? {
          aid: aidOf(tenancy, 100 + place * 20, {
            allocataireNumber: `${number(tenancy).slice(1)}${String(place)}`,
          }),
          cafNumber: `${cafNumber(tenancy)}${String(place)}`,
        }
      : {}),
  }));
  tenancy.lease.guarantors = [
    {
      id: 'caution1',
      kind: GuarantorKind.PERSON,
      name: `Famille ${first.name.split(' ').slice(1).join(' ')}`,
      from: tenancy.lease.effectOn,
      sharerId: 'coloc1',
    },
  ];
  if (at === 1)
    tenancy.lease.notices = [
      {
        id: `${tenancy.lease.id}-coloc2`,
        sharerId: 'coloc2',
        reason: DepartureReason.SHARER_LEFT,
        receivedOn: days.day(-10),
        leavesOn: days.day(20),
      },
    ];
}
