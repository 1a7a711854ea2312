import { SystemClock } from '@intervia/clock';
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TicketList } from '../../../application/ports/ticket-list.js';
import type { TicketListFilter } from '../../../application/ports/ticket-list.js';
import { criteriaConditions, numberCondition, wordCondition } from '../../../domain/search/list-keys.js';
import type { Criteria } from '../../../domain/search/list-keys.js';
import { tellingWords, wordsOf } from '../../../domain/search/search-words.js';
import { byUser, command, draftRequest, personRequest } from '../../../testing/requests.js';
import { known, open, startStack } from '../../../testing/stack.js';
import type { Stack } from '../../../testing/stack.js';
import type { TicketListRepository } from './ticket-list.repository.js';
import type { TicketFields } from '../ticket/ticket.schema.js';

const clock = new SystemClock();

const AGENCY = 'agency-plan';
const TICKETS = 4_000;
const LIMIT = 51;
const MONTH = 30 * 24 * 3_600_000;
// Real servers, on machines that may have other work.
jest.setTimeout(120_000);

let stack: Stack;

/** Copies of one ticket that differ in what a list asks for; one of a hundred has something rare. */
function variant(ticket: TicketFields, n: number): TicketFields {
  const rare = n % 100 === 0;
  const closed = n % 10 !== 0;
  const keys = ticket.search.keys.map((key) => {
    if (key.startsWith('N:')) return `N:${n}`;
    if (key.startsWith('M:')) return rare ? 'M:2020-02' : key;
    if (key.startsWith('S:')) return closed ? 'S:CLOSED' : key;
    return !rare && /^[BUCROT]:|^[bouc]:/.test(key) ? `${key}-other` : key;
  });
  return {
    ...ticket,
    _id: `t-${n}`,
    number: n,
    origin: `import:${n}`,
    closed,
    modifiedAt: new Date(ticket.modifiedAt.getTime() - n * 1_000),
    details: { ...ticket.details, manager: { ...ticket.details.manager, id: `user-${n % 20}` } },
    staffIds: [`user-${n % 20}`, `user-${(n % 20) + 20}`],
    search: { ...ticket.search, keys: rare ? [...keys, 'L:late', 'V:2004-11-25'] : keys },
  };
}

beforeAll(async () => {
  stack = await startStack();
  const { id } = await open(
    stack,
    draftRequest({
      urgent: true,
      requester: { name: 'Nadia Roux', partyId: 'party-3' },
      contractors: [personRequest({ partyId: 'party-8' })],
      place: {
        buildingId: 'b-1',
        unitId: 'u-1',
        label: 'Les Tilleuls, bâtiment B',
        address: '4 rue des Érables',
        reference: 'LOT1',
        buildingReference: 'TIL03',
        ownerName: 'Martin',
      },
    }),
    command(byUser(AGENCY)),
  );
  const ticket = known((await stack.model.findById(id).lean<TicketFields>()) ?? undefined);
  const copies = Array.from({ length: TICKETS }, (_, n) => variant(ticket, n + 10));
  await stack.model.collection.insertMany(copies as never[]);
});
afterAll(() => stack?.stop());

interface Stage {
  stage: string;
  indexName?: string;
  inputStage?: Stage;
  inputStages?: Stage[];
}

interface Explained {
  queryPlanner: { winningPlan: Stage };
  executionStats: { nReturned: number; totalDocsExamined: number };
}

function stages(stage: Stage): Stage[] {
  return [
    stage,
    ...[stage.inputStage, ...(stage.inputStages ?? [])].flatMap((inner) => (inner ? stages(inner) : [])),
  ];
}

async function explain(over: Partial<TicketListFilter>): Promise<Explained> {
  const repository = stack.app.get<TicketListRepository>(TicketList);
  const filter = {
    agencyId: AGENCY,
    module: 'SYNDIC',
    limit: LIMIT,
    readerId: 'user-1',
    conditions: [],
    order: 'MODIFIED',
    ...over,
  } as const;
  return (await repository.query(filter).explain('executionStats')) as unknown as Explained;
}

const criteria = (over: Partial<Criteria>) => ({
  conditions: criteriaConditions(
    {
      types: [],
      statuses: [],
      sources: [],
      buildingId: '',
      unitId: '',
      contractorPartyId: '',
      requesterPartyId: '',
      ...over,
    },
    clock.now(),
  ),
});

const searching = (text: string) => tellingWords(wordsOf(text)).map((word) => wordCondition(word));

describe('each read of the list', () => {
  const after = { at: clock.now(), id: 'x' };

  it.each<[string, Partial<TicketListFilter>, string]>([
    ['En cours', { closed: false }, 'list'],
    ['Fermés', { closed: true }, 'list'],
    ['Du jour', { closed: false, modifiedSince: new Date(0) }, 'list'],
    ['Tous', {}, 'list'],
    ['the next page', { closed: true, after }, 'list'],
    ['Mes tickets, en cours', { closed: false, managerIds: ['user-1'] }, 'list_mine'],
    [
      'Mes tickets, tous, and those of an absent colleague',
      { managerIds: ['user-1', 'user-2'] },
      'list_mine',
    ],
    ['modified longest ago first', { closed: false, order: 'MODIFIED_FIRST' }, 'list'],
    ['last opened first', { closed: false, order: 'OPENED' }, 'list_openedAt'],
    ['opened first, all', { order: 'OPENED_FIRST' }, 'list_openedAt'],
    ['mine, opened first', { managerIds: ['user-1'], order: 'OPENED_FIRST' }, 'list_mine_openedAt'],
    ['what comes next first', { closed: false, order: 'NEXT' }, 'list_next'],
    [
      'mine, what comes next first',
      { closed: false, managerIds: ['user-1'], order: 'NEXT' },
      'list_mine_next',
    ],
    ['the next page of mine', { closed: true, managerIds: ['user-1'], after }, 'list_mine'],
    ['an assistant’s', { staffIds: ['user-1', 'user-2'] }, 'list_attached'],
    ['a word anywhere', { conditions: [wordCondition('til')] }, 'search'],
    ['a word that ends differently', { conditions: [wordCondition('tilleuls')] }, 'search'],
    ['one letter', { conditions: [wordCondition('b')] }, 'search'],
    ['a number that is a ticket’s or a street’s', { conditions: [wordCondition('4')] }, 'search'],
    ['three words anywhere', { conditions: searching('tilleuls fuite eau') }, 'search'],
    ['what tells nothing beside what does', { conditions: searching('dans la rue des Érables') }, 'search'],
    ['apostrophes and accents', { conditions: searching('l’eau, bâtiment B') }, 'search'],
    ['a building’s name', { conditions: [wordCondition('tille', 'BUILDING')] }, 'search'],
    ['a building’s reference', { conditions: [wordCondition('til03', 'BUILDING')] }, 'search'],
    ['a unit’s reference', { closed: false, conditions: [wordCondition('lot1', 'UNIT')] }, 'search'],
    ['an owner', { closed: false, conditions: [wordCondition('martin', 'OWNER')] }, 'search'],
    ['a subject', { closed: true, conditions: [wordCondition('fuite', 'SUBJECT_OR_DESCRIPTION')] }, 'search'],
    ['a contractor', { conditions: [wordCondition('plomberie', 'CONTRACTOR')] }, 'search'],
    ['a number', { conditions: [numberCondition('120')] }, 'search'],
    ['the next page of a search', { conditions: [wordCondition('fuite')], after }, 'search'],
    ['types', criteria({ types: ['WORK_ORDER', 'SINGLE_QUOTE'] }), 'search'],
    ['statuses', criteria({ statuses: ['WORK_ORDER_SENT', 'CLOSED'] }), 'search'],
    ['a source', criteria({ sources: ['PHONE'] }), 'search'],
    ['a building', criteria({ buildingId: 'b-1' }), 'search'],
    ['a unit', criteria({ unitId: 'u-1' }), 'search'],
    ['a contractor of LSC', criteria({ contractorPartyId: 'party-8' }), 'search'],
    ['a requester', criteria({ requesterPartyId: 'party-3' }), 'search'],
    ['late ones', criteria({ late: true }), 'search'],
    ['urgent ones', criteria({ urgent: true }), 'search'],
    ['months', criteria({ openedFrom: new Date(clock.now().getTime() - 3 * MONTH) }), 'search'],
  ])('%s: walks an index in order, and reads what it shows', async (_what, over, index) => {
    const { queryPlanner, executionStats } = await explain(over);
    const found = stages(queryPlanner.winningPlan);
    const scans = found.filter(({ stage }) => stage === 'IXSCAN');
    expect(new Set(scans.map(({ indexName }) => indexName))).toEqual(new Set([index]));
    expect(found.map(({ stage }) => stage)).not.toContain('SORT');
    expect(executionStats.nReturned).toBeGreaterThan(0);
    expect(executionStats.totalDocsExamined).toBeLessThanOrEqual(executionStats.nReturned + 1);
  });

  it('several words and criteria: no more than has the rarest of them', async () => {
    const { conditions } = criteria({ buildingId: 'b-1' });
    const { executionStats } = await explain({
      conditions: [...conditions, wordCondition('fuite'), wordCondition('hall')],
    });
    // One of a hundred, and the one they were copied from.
    const rare = TICKETS / 100 + 1;
    expect(executionStats).toMatchObject({ nReturned: rare, totalDocsExamined: rare });
  });

  it('the visits of a week: reads those, and puts them in order', async () => {
    const visits = criteria({ visitDays: ['2004-11-24', '2004-11-25'] });
    const { queryPlanner, executionStats } = await explain({ ...visits, closed: false, order: 'NEXT' });
    expect(stages(queryPlanner.winningPlan).map(({ indexName }) => indexName)).toContain('search');
    // Of the rare ones, each tenth is open: all are of the same tenth.
    expect(executionStats.totalDocsExamined).toBe(executionStats.nReturned);
    expect(executionStats.nReturned).toBe(TICKETS / 100);
  });

  it('nothing but what tells nothing: reads no document', async () => {
    const { executionStats } = await explain({ conditions: searching('de la') });
    expect(executionStats).toMatchObject({ nReturned: 0, totalDocsExamined: 0 });
  });

  it('a selection: reads those', async () => {
    const { queryPlanner, executionStats } = await explain({ ids: ['t-100', 't-200', 'nobody'] });
    expect(stages(queryPlanner.winningPlan).map(({ indexName }) => indexName)).toContain('_id_');
    expect(executionStats).toMatchObject({ nReturned: 2, totalDocsExamined: 2 });
  });
});
