import type { MessageInitShape } from '@bufbuild/protobuf';
import type { LeaseFileSchema, Party, RentCallSchema, Unit, UnitFileSchema } from '@intervia/contracts';
import {
  AlarmKind,
  CertificateKind,
  LeaseKind,
  Periodicity,
  ProRataMethod,
  RentIndex,
  RentLineKind,
  UnitKind,
} from '@intervia/contracts';
import type { Dice } from '../random.js';
import type { Days } from './days.js';

export type LeaseInit = MessageInitShape<typeof LeaseFileSchema>;
export type UnitInit = MessageInitShape<typeof UnitFileSchema>;
export type CallInit = MessageInitShape<typeof RentCallSchema>;

/** A unit that is let, and how its rent is paid; cases change what they are about. */
export interface Tenancy {
  unit: UnitInit & { id: string };
  lease: LeaseInit & { id: string };
  tenants: Party[];
  /** Euros a month. */
  rent: number;
  charges: number;
  /** Months before this one that are not paid: 1 is last month's. */
  unpaidMonths: number[];
  /** Of the aid of those months, what the caisse keeps back. */
  withheld: number;
}

/** Until when the calls of the demo go back. */
export const MONTHS_CALLED = 6;

export const line = (
  id: string,
  label: string,
  fiscalCode: string,
  kind: RentLineKind,
  euros: number,
  vatBp = 0,
) => ({
  id,
  label,
  fiscalCode,
  kind,
  amountCents: Math.round(euros * 100),
  vatBp,
});

const ENERGY = ['C', 'D', 'D', 'E'];

/** A dwelling as most are: unfurnished, paid, its DPE between C and E. */
export function ordinaryTenancy(unit: Unit, tenants: Party[], days: Days, dice: Dice): Tenancy {
  const rooms = dice.between(1, 4);
  const rent = 380 + rooms * 145 + dice.between(0, 12) * 10;
  const charges = 30 + rooms * 20;
  const isCommercial = unit.label.startsWith('Local');
  const surface = (18 + rooms * 16 + dice.between(0, 8)) * 100;
  const age = dice.between(8, 30);
  const effectOn = days.month(-age);
  const lines = isCommercial
    ? [
        line('loyer', 'Loyer commercial', 'LC', RentLineKind.RENT, rent, 2_000),
        line('charges', 'Provision sur charges', 'CH', RentLineKind.CHARGES, charges, 2_000),
      ]
    : [
        line('loyer', 'Loyer', 'LH', RentLineKind.RENT, rent),
        line('charges', 'Provision sur charges', 'CH', RentLineKind.CHARGES, charges),
      ];
  const number = unit.reference.split('-').at(-1) ?? '';
  return {
    rent,
    charges,
    tenants,
    unpaidMonths: [],
    withheld: 0,
    unit: {
      id: unit.id,
      buildingId: unit.buildingId,
      rcpNumber: String(Number(number)),
      planNumber: String(100 + Number(number)),
      physicalCode: `${unit.reference}-P`,
      managementCode: unit.reference,
      label: unit.label,
      kind: isCommercial ? UnitKind.COMMERCIAL : UnitKind.FLAT,
      door: String(Number(number)),
      floor: /(\d+)e?r? étage/.exec(unit.label)?.[1] ?? '0',
      habitableDm2: surface,
      carrezDm2: surface,
      rooms,
      bedrooms: rooms - 1,
      equipment: ['Interphone', 'Cave'].slice(0, dice.between(0, 2)),
      taxIdentifier: isCommercial
        ? ''
        : `69${String(1_000_000_000 + Number(unit.reference.replace('-', ''))).slice(0, 10)}`,
      referenceLines: lines,
      referenceDepositCents: rent * 100,
      certificates: isCommercial ? [] : [dpe(dice.pick(ENERGY), unit, days)],
      keyNumbers: [`T-${unit.reference}`],
      digicode: unit.digicode,
      ownerId: unit.ownerId,
      tenantIds: unit.tenantIds,
      managerId: unit.managerId,
      assistantId: unit.assistantId,
      accountantId: unit.accountantId,
      approvalThresholdCents: unit.approvalThresholdCents,
    },
    lease: {
      id: `${unit.id}-bail`,
      unitId: unit.id,
      kind: isCommercial ? LeaseKind.COMMERCIAL : LeaseKind.UNFURNISHED,
      signedOn: effectOn,
      effectOn,
      lengthMonths: isCommercial ? 108 : 36,
      use: isCommercial ? 'Tous commerces' : 'Habitation principale',
      noticeMonths: isCommercial ? 6 : 3,
      revision: {
        index: isCommercial ? RentIndex.ILC : RentIndex.IRL,
        referenceQuarter: '2025-Q2',
        referenceValue: isCommercial ? 13_525 : 14_668,
        nextOn: days.month(12 - (age % 12)),
      },
      calledFrom: effectOn,
      calledEvery: Periodicity.MONTHLY,
      proRata: ProRataMethod.ACTUAL_DAYS,
      permanentLines: lines,
      deposit: { amountCents: rent * 100, paidOn: effectOn },
      insurance: {
        insurer: 'Assurances du Rhône (fiction)',
        policy: `MRH-${unit.reference}`,
        expiresOn: days.month(dice.between(2, 10)),
      },
      alarms: [
        {
          id: 'assurance',
          kind: AlarmKind.INSURANCE,
          label: 'Attestation d’assurance',
          dueOn: days.month(dice.between(2, 10)),
          everyMonths: 12,
        },
      ],
    },
  };
}

/** The number is 13 characters long, as those of the ADEME. */
export const dpe = (energyClass: string, unit: Pick<Unit, 'reference'>, days: Days) => ({
  kind: CertificateKind.DPE,
  number: `2369E${unit.reference.replace('-', '').padStart(7, '0')}X`.slice(0, 13),
  madeOn: days.month(-20),
  expiresOn: days.month(100),
  energyClass,
  climateClass: energyClass,
  costLowCents: 78_000,
  costHighCents: 112_000,
});

const monthsCalled = ({ calledEvery }: LeaseInit): number => (calledEvery === Periodicity.QUARTERLY ? 3 : 1);

/** The calls of the last months; those before them are LSC's, paid. */
export function rentCalls(tenancy: Tenancy, days: Days): CallInit[] {
  const { lease, unpaidMonths, withheld } = tenancy;
  const lines = (lease.permanentLines ?? []).map(
    ({ label, fiscalCode, kind, amountCents = 0, vatBp = 0 }) => ({
      label,
      fiscalCode,
      kind,
      amountCents: Math.round(amountCents * (1 + vatBp / 10_000)) * monthsCalled(lease),
    }),
  );
  const totalCents = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const aids = [lease.aid, ...(lease.sharers ?? []).map(({ aid }) => aid)].flatMap((aid) => aid ?? []);
  const aidCents = aids.reduce((sum, aid) => sum + (aid.paidToLandlord ? (aid.amountCents ?? 0) : 0), 0);
  const months = monthsCalled(lease);
  return Array.from({ length: MONTHS_CALLED }, (_, at) => MONTHS_CALLED - 1 - at)
    .map((ago) => ({ ago, from: days.month(-ago) }))
    .filter(({ from }) => (Number(from.slice(5, 7)) - 1) % months === 0)
    .filter(({ from }) => from >= (lease.calledFrom ?? '') && (!lease.leftOn || from <= lease.leftOn))
    .map(({ ago, from }) => {
      const isUnpaid = unpaidMonths.includes(ago);
      // The caisse has paid its part of what the tenant has not.
      const paidCents = isUnpaid ? Math.max(0, aidCents - withheld * 100) : totalCents;
      return {
        id: `${lease.id}-${from.slice(0, 7)}`,
        leaseId: lease.id,
        month: from.slice(0, 7),
        dueOn: from,
        from,
        until: days.monthEnd(months - 1 - ago),
        lines,
        totalCents,
        aidCents,
        paidCents,
        withheldCents: isUnpaid ? withheld * 100 : 0,
        settledOn: isUnpaid ? '' : from,
      };
    });
}
