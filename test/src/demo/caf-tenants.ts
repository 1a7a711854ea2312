import { AccountKind, PublishRequestSchema, type PublishRequest } from '@intervia/contracts';
import { create } from '@bufbuild/protobuf';
import type { MessageInitShape } from '@bufbuild/protobuf';

type Lists = Extract<MessageInitShape<typeof PublishRequestSchema>, { $typeName?: never }>;
type LeaseInit = NonNullable<Lists['leases']>[number];

/** Entities of earlier demonstrations on the same platform begin alike. */
export const DEMO_ENTITY = 'caf-demo';

/** What one demonstration calls its own: lived again, it meets nothing that the one before has left. */
export interface DemoNames {
  entity: string;
  /** Of its landlord at the caisse, five characters. */
  bailleur: string;
  /** Behind every id, code and number; empty for the first. */
  suffix: string;
}

/** @param before how many demonstrations the platform has seen */
export function demoNames(before: number): DemoNames {
  const suffix = before === 0 ? '' : `-${before + 1}`;
  return { suffix, entity: `${DEMO_ENTITY}${suffix}`, bailleur: String(54_321 + before) };
}

/** Codes and numbers have no dash. */
const code = ({ suffix }: DemoNames, text: string): string =>
  `${text.toUpperCase()}${suffix.replace('-', '')}`;

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

const tenant = (names: DemoNames, key: string, lastName: string, lease: object): Person => ({
  ...{ key, lastName, firstName: 'Camille' },
  lease: {
    ...{
      id: `caf-lease-${key}${names.suffix}`,
      unitId: `caf-unit-${key}${names.suffix}`,
      accountId: `caf-acc-${key}${names.suffix}`,
      kind: 1,
    },
    ...{ signedOn: '2024-08-20', effectOn: '2024-09-01', calledFrom: '2024-09-01', calledEvery: 1 },
    ...{
      cafNumber: code(names, `CAFDEMO${key}`),
      aid: { ...aid(25_000), allocataireNumber: `${names.bailleur}${key.length}0001` },
    },
    permanentLines: [...LINES],
    ...lease,
  },
});

const sharer = (names: DemoNames, id: string, enteredOn: string) => ({
  ...{
    id: `caf-sharer-${id}${names.suffix}`,
    partyId: `caf-party-${id}${names.suffix}`,
    shareBp: 5000,
    enteredOn,
  },
  ...{
    cafNumber: code(names, `CAFDEMO${id}`),
    aid: { ...aid(12_000), allocataireNumber: `${names.bailleur}77${id.length}` },
  },
});

const PEOPLE = (names: DemoNames, corrected: boolean): Person[] => [
  tenant(names, 'dette', 'Castagnier', {}),
  tenant(names, 'neuve', 'Delorme', {}),
  tenant(names, 'depart', 'Estrade', {}),
  tenant(names, 'msa', 'Fontanel', { aid: aid(20_000, 2, '769') }),
  tenant(names, 'coloc', 'Gaubert', {
    ...{ flatShare: true, calledFrom: '', cafNumber: '', aid: undefined },
    sharers: [
      sharer(names, 'gaubert', '2025-02-01'),
      sharer(names, 'hillaire', corrected ? '2025-03-15' : ''),
    ],
  }),
];

const UNPAID: Readonly<Record<string, readonly string[]>> = {
  // Two months less the aid, twice: constituted under the rule of 2026.
  dette: ['2026-07', '2026-08', '2026-09', '2026-10'],
  // 480 euros: less than twice the cost of the dwelling, more than 450.
  neuve: ['2026-11'],
};

function listsOf(names: DemoNames, people: readonly Person[]): Lists {
  const { entity, suffix } = names;
  const building = `caf-demo-immeuble${suffix}`;
  return {
    entities: [
      { id: entity, name: `Gérance CAF (démonstration${suffix.replace('-', ' ')})`, siret: '73282932000074' },
    ],
    buildingFiles: [
      {
        ...{ id: building, code: code(names, 'CAFDEMO'), name: 'Résidence des Allocataires', gerance: true },
        address: { line: '3 rue Garibaldi', postalCode: '69003', city: 'Lyon' },
      },
    ],
    unitFiles: people.map(({ key }, n) => ({
      ...{
        id: `caf-unit-${key}${suffix}`,
        buildingId: building,
        physicalCode: `${code(names, 'CAFDEMO')}-P${n}`,
        managementCode: `${code(names, 'CAFDEMO')}-${n}`,
      },
      ...{ kind: 1, rooms: 2 },
    })),
    partyFiles: [
      ...people.map(({ key, lastName, firstName }) => ({ key, lastName, firstName })),
      ...['Gaubert', 'Hillaire'].map((lastName) => ({
        key: lastName.toLowerCase(),
        lastName,
        firstName: 'Dominique',
      })),
    ].map(({ key, lastName, firstName }) => ({
      ...{
        id: `caf-party-${key}${suffix}`,
        code: code(names, `CAFDEMO${key}`),
        kind: 1,
        lastName,
        firstName,
      },
    })),
    accounts: people.map(({ key, lastName }) => ({
      ...{
        id: `caf-acc-${key}${suffix}`,
        kind: AccountKind.TENANT,
        entityId: entity,
        number: code(names, `411C${key}`),
      },
      ...{
        label: lastName,
        partyId: `caf-party-${key}${suffix}`,
        balanceCents: (UNPAID[key]?.length ?? 0) * 48_000,
      },
    })),
    leases: people.map(({ lease }) => lease),
    rentCalls: people.flatMap(({ key }) =>
      (UNPAID[key] ?? []).map((month) => ({
        ...{
          id: `caf-call-${key}-${month}${suffix}`,
          leaseId: `caf-lease-${key}${suffix}`,
          month,
          dueOn: `${month}-05`,
        },
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
export function cafDemo(
  agencyId: string,
  names: DemoNames,
): {
  publication: PublishRequest;
  corrected: PublishRequest;
  leaving: string;
  accountOf: (key: string) => string;
} {
  const publication = (corrected: boolean) =>
    create(PublishRequestSchema, { agencyId, ...listsOf(names, PEOPLE(names, corrected)) });
  return {
    publication: publication(false),
    corrected: publication(true),
    leaving: `caf-lease-depart${names.suffix}`,
    accountOf: (key) => code(names, `411C${key}`),
  };
}

const left = (text: string, length: number) => text.padEnd(length).slice(0, length);
const zeros = (value: number | string, length: number) => String(value).padStart(length, '0');

/** A synthetic statement by the observed layout: monthly payments, then regularisations of two whom nobody knows yet. */
export function demoStatement(names: DemoNames, month: string, round: number): string {
  const [year = '', number = ''] = [month.slice(2, 4), month.slice(5)];
  const blocks = [
    {
      label: 'PAIEMENT MENSUEL',
      lines: [
        [code(names, 'CAFDEMOdette'), 'CASTAGNIER'],
        [code(names, 'CAFDEMOneuve'), 'DELORME'],
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
  const head = (record: string) => `${record}900691${left(names.bailleur, 5)}`;
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
