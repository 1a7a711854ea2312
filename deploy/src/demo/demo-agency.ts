import { create } from '@bufbuild/protobuf';
import type { ClientAccount, ImportedTicket, PublishRequest } from '@intervia/contracts';
import { ClientAccountSchema, PublishRequestSchema } from '@intervia/contracts';
import type { Estate } from './buildings.js';
import { estate } from './buildings.js';
import { contractorsOf } from './contractors.js';
import { BUILDINGS } from './data/buildings.js';
import { TRADES } from './data/trades.js';
import { pastTickets } from './past-tickets.js';
import { Crowd } from './people.js';
import { fictionalLandline } from './phones.js';
import { cardsOf, entitiesOf } from './property/entities.js';
import { Dice } from './random.js';
import {
  bellecourStaff,
  DEMO_CO_OWNER_MAIL,
  DEMO_PASSWORD,
  DEMO_TENANT_MAIL,
  tilleulsStaff,
} from './staff.js';

export interface DemoAgency {
  publication: PublishRequest;
  /** Oldest first. */
  tickets: ImportedTicket[];
}

export const DEMO_AGENCY_ID = 'tilleuls';
export const OTHER_AGENCY_ID = 'bellecour';
const PAST_TICKETS = 2000;
const SEED = 69;
const FIRST_MOBILE = { [DEMO_AGENCY_ID]: 0, [OTHER_AGENCY_ID]: 9000 };

/** Claire has half of the buildings, in both modules; her two colleagues share the rest by module. */
const managerOf = (at: number, gerance: boolean): string => {
  if (at % 2 === 0) return `${DEMO_AGENCY_ID}-claire-moreau`;
  return gerance ? `${DEMO_AGENCY_ID}-sophie-lambert` : `${DEMO_AGENCY_ID}-julien-perrin`;
};

/** Inès assists in the first twelve buildings, Marc keeps the accounts of the first eight. */
const attachedTo = (at: number) => ({
  assistantId: at < 12 ? `${DEMO_AGENCY_ID}-ines-benali` : '',
  accountantId: at < 8 ? `${DEMO_AGENCY_ID}-marc-fournier` : '',
});

/** "Cabinet des Tilleuls": always the same people and places; the past tickets end at `now`. */
export function demoAgency(now: Date): DemoAgency {
  const agencyId = DEMO_AGENCY_ID;
  const dice = new Dice(SEED);
  const crowd = new Crowd(agencyId, dice, FIRST_MOBILE[agencyId]);
  const contractors = contractorsOf(agencyId, TRADES, crowd, dice);
  const estates = BUILDINGS.map((sketch, at) =>
    estate(
      sketch,
      { agencyId, number: at + 1, managerId: managerOf(at, sketch.gerance), ...attachedTo(at) },
      crowd,
      dice,
    ),
  );
  const publication = create(PublishRequestSchema, {
    agencyId,
    agency: {
      id: agencyId,
      name: 'Cabinet des Tilleuls',
      address: '18 place Bellecour, 69002 Lyon',
      phone: fictionalLandline(9000),
      mail: 'contact@tilleuls.example',
      smsSender: 'TILLEULS',
    },
    users: tilleulsStaff(agencyId),
    parties: crowd.parties,
    contractors,
    buildings: estates.map(({ building }) => building),
    units: estates.flatMap(({ units }) => units),
    clients: clientsOf(estates[0]),
  });
  return {
    publication,
    tickets: pastTickets(publication, { count: PAST_TICKETS, now, dice: new Dice(SEED + 1) }),
  };
}

/** Of the first building: the president of its council, who owns there, and one of its tenants. */
function clientsOf(first: Estate | undefined): ClientAccount[] {
  const president = first?.building.council.find((member) => member.president)?.partyId;
  const [tenant] = first?.units.flatMap(({ tenantIds }) => tenantIds) ?? [];
  const logins = [
    { partyId: president, mail: DEMO_CO_OWNER_MAIL },
    { partyId: tenant, mail: DEMO_TENANT_MAIL },
  ];
  return logins.flatMap(({ partyId, mail }) =>
    partyId ? [create(ClientAccountSchema, { partyId, mail, password: DEMO_PASSWORD })] : [],
  );
}

/** "Régie Bellecour": small, with no ticket; whoever sees anything of it from the other agency has found a bug. */
export function otherAgency(): PublishRequest {
  const agencyId = OTHER_AGENCY_ID;
  const dice = new Dice(SEED + 2);
  const crowd = new Crowd(agencyId, dice, FIRST_MOBILE[agencyId]);
  const managerId = `${agencyId}-paul-girard`;
  const trait = { postalCode: '69002', city: 'Lyon', units: 3, floors: 2, lift: false, caretaker: false };
  const sketches = [
    {
      ...trait,
      name: 'Immeuble Ainay',
      address: '7 rue Vaubecour',
      syndic: true,
      gerance: false,
      digicode: '31B20',
    },
    {
      ...trait,
      name: 'Immeuble Ampère',
      address: '12 rue Victor Hugo',
      syndic: false,
      gerance: true,
      digicode: '',
    },
  ];
  const trades = TRADES.slice(0, 2).map((trade) => ({ ...trade, contractors: [`${trade.name} Bellecour`] }));
  const contractors = contractorsOf(agencyId, trades, crowd, dice);
  const estates = sketches.map((sketch, at) =>
    estate(sketch, { agencyId, number: at + 1, managerId, assistantId: '', accountantId: '' }, crowd, dice),
  );
  return create(PublishRequestSchema, {
    agencyId,
    agency: {
      id: agencyId,
      name: 'Régie Bellecour',
      address: '2 rue Gasparin, 69002 Lyon',
      phone: fictionalLandline(9100),
      mail: 'contact@bellecour.example',
      smsSender: 'BELLECOUR',
    },
    users: bellecourStaff(agencyId),
    parties: crowd.parties,
    contractors,
    buildings: estates.map(({ building }) => building),
    units: estates.flatMap(({ units }) => units),
    entities: entitiesOf(agencyId, 'Régie Bellecour', {
      line: '2 rue Gasparin',
      postalCode: '69002',
      city: 'Lyon',
    }),
    cards: cardsOf(agencyId, ''),
  });
}
