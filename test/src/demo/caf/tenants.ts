import { AccountKind, PublishRequestSchema, type PublishRequest } from '@intervia/contracts';
import { create } from '@bufbuild/protobuf';
import type { MessageInitShape } from '@bufbuild/protobuf';

type Lists = Extract<MessageInitShape<typeof PublishRequestSchema>, { $typeName?: never }>;
type LeaseInit = NonNullable<Lists['leases']>[number];

const DEMO_ENTITY = 'caf-demo';
export const DEMO_ENTITY_NAME = 'Gérance CAF (démonstration)';
/** Months of its two statements. */
export const PAID_MONTHS = ['2027-01', '2027-02'] as const;
const OWNER = 'caf-acc-bailleur';
const MANDATE = 'caf-mandat';
/** Whose dwelling is under the mandate that ends. */
const MANAGED = 'neuve';
const BUILDING = 'caf-demo-immeuble';

interface Person {
  key: string;
  lastName: string;
  firstName: string;
  lease: LeaseInit;
}

const aid = (amountCents: number, fund = 1, organisme = '691') => ({
  ...{ kind: 1, fund, organisme, amountCents, paidToLandlord: true },
});

const LINES = [
  { id: 'l', label: 'Loyer', fiscalCode: 'LOY', kind: 1, amountCents: 65_000 },
  { id: 'c', label: 'Provision pour charges', fiscalCode: 'CHA', kind: 2, amountCents: 8_000 },
] as const;

const tenant = (key: string, lastName: string, lease: object): Person => ({
  ...{ key, lastName, firstName: 'Camille' },
  lease: {
    ...{ id: `caf-lease-${key}`, unitId: `caf-unit-${key}`, accountId: `caf-acc-${key}`, kind: 1 },
    ...{ signedOn: '2024-08-20', effectOn: '2024-09-01', calledFrom: '2024-09-01', calledEvery: 1 },
    ...{
      cafNumber: `CAFDEMO${key.toUpperCase()}`,
      aid: {
        ...aid(25_000),
        allocataireNumber: `69${String(parseInt(key, 36)).slice(-5)}`,
      },
    },
    permanentLines: [...LINES],
    ...lease,
  },
});

const sharer = (id: string, enteredOn: string, { leftOn = '', shareBp = 5_000 } = {}) => ({
  ...{ id: `caf-sharer-${id}`, partyId: `caf-party-${id}`, shareBp, enteredOn, leftOn },
  ...{
    cafNumber: `CAFDEMO${id.toUpperCase()}`,
    aid: { ...aid(12_000), allocataireNumber: `6977${id.length}` },
  },
});

/** As LSC publishes them: first, then with the missing day of entry, then after a sharer and a landlord have left. */
type Stage = 'FIRST' | 'CORRECTED' | 'CHANGED';
const CHANGED_ON = '2026-11-29';

const PEOPLE = (stage: Stage): Person[] => [
  tenant('dette', 'Castagnier', {}),
  tenant('neuve', 'Delorme', {}),
  tenant('depart', 'Estrade', {}),
  tenant('msa', 'Fontanel', { aid: aid(20_000, 2, '769') }),
  tenant('coloc', 'Gaubert', {
    ...{ flatShare: true, calledFrom: '', cafNumber: '', aid: undefined },
    sharers: [
      sharer('gaubert', '2025-02-01', { shareBp: stage === 'CHANGED' ? 10_000 : 5_000 }),
      sharer('hillaire', stage === 'FIRST' ? '' : '2025-03-15', {
        leftOn: stage === 'CHANGED' ? CHANGED_ON : '',
      }),
    ],
  }),
];

const UNPAID: Readonly<Record<string, readonly string[]>> = {
  // Two months less the aid, twice: constituted under the rule of 2026.
  dette: ['2026-07', '2026-08', '2026-09', '2026-10'],
  // 480 euros: less than twice the cost of the dwelling, more than 450.
  neuve: ['2026-11'],
};

function listsOf(people: readonly Person[], stage: Stage): Lists {
  return {
    entities: [{ id: DEMO_ENTITY, name: DEMO_ENTITY_NAME, siret: '73282932000074' }],
    buildingFiles: [
      {
        ...{ id: BUILDING, code: 'CAFDEMO', name: 'Résidence des Allocataires', gerance: true },
        address: { line: '3 rue Garibaldi', postalCode: '69003', city: 'Lyon' },
      },
    ],
    unitFiles: people.map(({ key }, n) => ({
      ...{
        id: `caf-unit-${key}`,
        buildingId: BUILDING,
        physicalCode: `CAFDEMO-P${n}`,
        managementCode: `CAFDEMO-${n}`,
      },
      ...{ kind: 1, rooms: 2, mandateId: key === MANAGED ? MANDATE : '' },
    })),
    partyFiles: [
      ...people.map(({ key, lastName, firstName }) => ({ key, lastName, firstName })),
      ...['Gaubert', 'Hillaire'].map((lastName) => ({
        key: lastName.toLowerCase(),
        lastName,
        firstName: 'Dominique',
      })),
    ].map(({ key, lastName, firstName }) => ({
      ...{ id: `caf-party-${key}`, code: `CAFDEMO${key.toUpperCase()}`, kind: 1, lastName, firstName },
    })),
    mandates: [
      {
        ...{ id: MANDATE, number: '9001', accountId: OWNER, signedOn: '2024-01-10', effectOn: '2024-02-01' },
        ...{ lengthMonths: 12, endedOn: stage === 'CHANGED' ? CHANGED_ON : '' },
      },
    ],
    accounts: [
      {
        ...{ id: OWNER, kind: AccountKind.OWNER, entityId: DEMO_ENTITY, number: '411CAFBAILLEUR' },
        label: 'Bailleur',
        partyId: 'caf-party-msa',
      },
      ...people.map(({ key, lastName }) => ({
        ...{
          id: `caf-acc-${key}`,
          kind: AccountKind.TENANT,
          entityId: DEMO_ENTITY,
          number: `411CAF${key.toUpperCase()}`,
        },
        ...{
          label: lastName,
          partyId: `caf-party-${key}`,
          balanceCents: (UNPAID[key]?.length ?? 0) * 48_000,
        },
      })),
    ],
    leases: people.map(({ lease }) => lease),
    rentCalls: people.flatMap(({ key }) =>
      (UNPAID[key] ?? []).map((month) => ({
        ...{ id: `caf-call-${key}-${month}`, leaseId: `caf-lease-${key}`, month, dueOn: `${month}-05` },
        ...{
          from: `${month}-01`,
          until: `${month}-28`,
          totalCents: 73_000,
          aidCents: 25_000,
          paidCents: 25_000,
        },
      })),
    ),
  };
}

/** Tenants of the demonstration: debts on both sides of the change of the law, a departure, the MSA, a flat-share. */
export function cafDemo(agencyId: string) {
  const publication = (stage: Stage): PublishRequest =>
    create(PublishRequestSchema, { agencyId, ...listsOf(PEOPLE(stage), stage) });
  return {
    publication: publication('FIRST'),
    corrected: publication('CORRECTED'),
    changed: publication('CHANGED'),
    leaving: 'caf-lease-depart',
  };
}

const left = (text: string, length: number) => text.padEnd(length).slice(0, length);
const zeros = (value: number | string, length: number) => String(value).padStart(length, '0');

/** A synthetic statement by the observed layout: monthly payments, then regularisations of two whom nobody knows yet. */
export function demoStatement(month: string, round: number): string {
  const [year = '', number = ''] = [month.slice(2, 4), month.slice(5)];
  const blocks = [
    {
      label: 'PAIEMENT MENSUEL',
      lines: [
        ['CAFDEMODETTE', 'CASTAGNIER'],
        ['CAFDEMONEUVE', 'DELORME'],
      ],
    },
    {
      label: 'REGULARISATIONS',
      lines: [
        ['', 'CASTAGNIER'],
        ['', 'DELORME'],
      ],
    },
  ] as const;
  const head = (code: string) => `${code}900691${left('54321', 5)}`;
  const records = blocks.flatMap(({ label, lines }, block) => {
    const amounts = lines.map((_, n) => 5_000 * (n + 1) + 100 * round + block);
    return [
      `${head('0302')}   08${number}${year}${label}`,
      ...lines.map(
        ([reference, name], n) =>
          `${head('0602')}   ${left(reference, 18)}${zeros('', 15)}${left(name, 20)}${left(block === 0 ? 'CAMILLE' : 'CAM', 12)}` +
          `${year}${number}    ${zeros(amounts[n] ?? 0, 11)}${zeros(0, 11)}`,
      ),
      `${left(head('0802'), 85)}${zeros(lines.length, 6)}${zeros(
        amounts.reduce((a, b) => a + b, 0),
        11,
      )}${zeros(0, 11)}`,
    ];
  });
  return records.map((record) => `${record.padEnd(120)}\r\n`).join('');
}
