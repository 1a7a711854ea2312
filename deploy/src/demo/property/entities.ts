import type { MessageInitShape } from '@bufbuild/protobuf';
import type { AccountingEntitySchema, ProfessionalCardSchema } from '@intervia/contracts';
import { AccountKind, CardMention, Module, ProRataMethod } from '@intervia/contracts';

type Entity = MessageInitShape<typeof AccountingEntitySchema>;
type Card = MessageInitShape<typeof ProfessionalCardSchema>;

const root = (kind: AccountKind, text: string, module: Module) => ({
  kind,
  module,
  root: text,
  length: 0,
  padded: false,
});
const rootsOf = (module: Module) => [
  root(AccountKind.TENANT, '411', module),
  root(AccountKind.OWNER, '467', module),
  root(AccountKind.CONTRACTOR, '401', module),
];

const BANK = { iban: 'FR7630001007941234567890185', bic: 'BDFEFRPPCCT', ics: 'FR72ZZZ123456' };

/** The main entity, and a small one for the units of an owner company, with numbers of a fixed length. */
export function entitiesOf(agencyId: string, name: string, address: Entity['address']): Entity[] {
  const common = {
    address,
    siret: '73282932000074',
    provisionsAccount: '47PROV',
    proRata: ProRataMethod.ACTUAL_DAYS,
  };
  return [
    {
      ...common,
      ...BANK,
      id: `${agencyId}-gerance`,
      name: `${name}, gérance`,
      roots: rootsOf(Module.GERANCE),
    },
    {
      ...common,
      ...BANK,
      id: `${agencyId}-patrimoine`,
      name: `${name}, patrimoine`,
      roots: rootsOf(Module.GERANCE).map((one) => ({ ...one, length: 10, padded: true })),
      proRata: ProRataMethod.THIRTY_360,
    },
  ];
}

export const cardsOf = (agencyId: string, validUntil: string): Card[] => [
  {
    id: `${agencyId}-carte`,
    number: 'CPI 6901 2016 000 012 345',
    issuedBy: 'CCI Lyon Métropole',
    entityId: `${agencyId}-gerance`,
    mentions: [CardMention.G, CardMention.T, CardMention.SYNDIC],
    validUntil,
    guarantor: 'Caisse de garantie (fiction)',
  },
];
