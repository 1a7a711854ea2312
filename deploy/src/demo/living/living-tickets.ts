import type { Building, Person, PublishRequest, TicketLife, User } from '@intervia/contracts';
import { Module, Source } from '@intervia/contracts';
import { amountOf, directoryOf, draftOf, personOf, storyOf } from '../past-tickets.js';
import type { Directory } from '../past-tickets.js';
import { Dice } from '../random.js';
import { DEMO_AGENCY_ID } from '../demo-agency.js';
import { Days } from './days.js';
import type { Cast } from './life.js';
import { Life } from './life.js';
import type { Kind } from './lives.js';
import { LIVES } from './lives.js';
import type { Papers, Picture } from './papers.js';

const SEED = 1204;

const PICTURES: Readonly<Record<string, Picture>> = {
  Ascenseur: 'ascenseur',
  Chauffage: 'chaudiere',
  Électricité: 'eclairage',
  'Interphonie et antennes': 'serrure',
  Maçonnerie: 'fissure',
  'Couverture et zinguerie': 'plafond',
  Nettoyage: 'poubelles',
  Peinture: 'plafond',
  Plomberie: 'evier',
  Serrurerie: 'serrure',
  Vitrerie: 'vitre',
};

/** About 120 tickets in every state, told up to `now`; their documents are put into `papers`. */
export function livingTickets(publication: PublishRequest, now: Date, papers: Papers): TicketLife[] {
  const directory = directoryOf(publication);
  const dice = new Dice(SEED);
  const days = new Days(now);
  const lives: TicketLife[] = [];
  for (const kind of LIVES) {
    for (let nth = 0; nth < kind.times; nth++) {
      const id = `demo-${String(lives.length + 1).padStart(3, '0')}`;
      const cast = castOf(directory, kind, papers, now, dice);
      lives.push(kind.live(new Life(id, cast, days, papers, now), nth).told);
    }
  }
  return lives;
}

function castOf(directory: Directory, kind: Kind, papers: Papers, now: Date, dice: Dice): Cast {
  const story = storyWith(directory, kind, now, dice);
  const { building, unit, module, trade, issue } = story;
  const asked = draftOf(directory, story, now, dice);
  const suitable = directory.publication.contractors.filter((contractor) => contractor.trade === trade.name);
  const contractors = dice
    .some(suitable, kind.contractors)
    .flatMap(({ id, party, channels }): Person[] =>
      party ? [{ ...personOf(party, channels), partyId: id }] : [],
    );
  const manager = managerOf(directory, building, module);
  const president = building.council.find((member) => member.president)?.partyId;
  const approver = directory.parties.get((module === Module.GERANCE ? unit?.ownerId : president) ?? '');
  const assistant = dice.chance(0.3) ? directory.users.get(building.assistantId) : undefined;
  const reference = ({ id, name, mail, phone }: User) => ({ id, name, mail, phone });
  const picture = PICTURES[trade.name] ?? 'fissure';
  const photo = dice.chance(0.6) ? [papers.photo(picture, 'Photo')] : [];
  const isWritten = asked.source === Source.EXTRANET || asked.originalDescription !== '';
  return {
    story,
    manager,
    assistant,
    contractors,
    requester: asked.requester,
    approver: approver ? personOf(approver) : asked.requester,
    picture,
    cents: amountOf(issue, dice),
    place: asked.place.label,
    draft: {
      ...asked,
      quote: kind.quote,
      requestedAt: undefined,
      askPresence: true,
      contractors,
      manager: reference(manager),
      assistant: assistant && reference(assistant),
      attachments: photo,
      originalDescription: isWritten
        ? asked.originalDescription
        : `Bonjour,\n${issue.said}\n${asked.requester.name}`,
    },
  };
}

/** In gérance a quote is the owner's to approve: of a flat, then. */
function storyWith(directory: Directory, kind: Kind, now: Date, dice: Dice) {
  for (;;) {
    const story = storyOf(directory, now, dice);
    const hasOwner = story.module === Module.SYNDIC ? story.building.council.length > 0 : story.unit;
    const isCurrent = story.issue.subject !== 'Nid de guêpes';
    if (isCurrent && (!kind.quote || hasOwner)) return story;
  }
}

/** Nobody has a ticket of a module in which only others may act. */
function managerOf({ users }: Directory, building: Building, module: Module): User {
  const named = users.get(building.managerId);
  const mayEdit = (user: User | undefined) => (module === Module.SYNDIC ? user?.syndic : user?.gerance)?.edit;
  const inTurn = module === Module.SYNDIC ? 'julien-perrin' : 'sophie-lambert';
  const manager = mayEdit(named) ? named : users.get(`${DEMO_AGENCY_ID}-${inTurn}`);
  if (!manager) throw new Error(`nobody manages ${building.name}`);
  return manager;
}
