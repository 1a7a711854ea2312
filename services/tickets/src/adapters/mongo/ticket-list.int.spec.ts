import 'reflect-metadata';
import { Module, Show } from '@intervia/contracts';
import type { ListTicketsRequestSchema, TicketRow } from '@intervia/contracts';
import type { Message, MessageInitShape } from '@bufbuild/protobuf';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TicketList } from '../../application/ports/ticket-list.js';
import type { TicketListFilter } from '../../application/ports/ticket-list.js';
import { byUser, command, draftRequest, personRequest } from '../../testing/requests.js';
import { startStack } from '../../testing/stack.js';
import type { Stack } from '../../testing/stack.js';
import type { TicketListRepository } from './ticket-list.repository.js';

const AGENCY = 'agency-list';
const HOUR = 3_600_000;
/** No reminder stirs the list while the clock is moved. */
const timers = { workOrder: { hours: 8_000, maximum: 1 } };

type ListRequest = Exclude<MessageInitShape<typeof ListTicketsRequestSchema>, Message>;
// Real servers, on machines that may have other work.
jest.setTimeout(60_000);

let stack: Stack;

const open = (draft: Parameters<typeof draftRequest>[0]) =>
  stack.tickets.openTicket({ context: command(byUser(AGENCY)), draft: draftRequest({ timers, ...draft }) });

const list = async (over: ListRequest = {}): Promise<TicketRow[]> =>
  (await stack.tickets.listTickets({ caller: byUser(AGENCY), module: Module.SYNDIC, ...over })).tickets;
const subjects = async (over: ListRequest = {}): Promise<string[]> =>
  (await list(over)).map(({ subject }) => subject);

beforeAll(async () => {
  stack = await startStack();
  const paul = { id: 'paul', name: 'Paul Petit' };
  await open({ subject: 'Fuite évier' });
  await open({ subject: 'Ascenseur bloqué', manager: paul });
  await open({ subject: 'Porte cassée', contractors: [personRequest({ name: 'Serrurerie Œuvrard' })] });
  await open({ subject: 'Chaudière', module: Module.GERANCE });
  const { ticket: closed } = await open({ subject: 'Ampoule du hall' });
  // Two days on, then one change: only that ticket is of the day.
  await stack.clock.move(48 * HOUR);
  await stack.tickets.closeTicket({ context: command(byUser(AGENCY)), ticketId: closed?.id });
  const [, , oldest] = await list({ show: Show.OPEN });
  const { ticket } = await stack.tickets.getTicket({ caller: byUser(AGENCY), ticketId: oldest?.id });
  const missionId = ticket?.missions[0]?.id ?? '';
  await stack.tickets.refuseWorkOrder({
    context: command(byUser(AGENCY)),
    ticketId: oldest?.id,
    missionId,
    reason: 'Complet',
  });
});
afterAll(() => stack?.stop());

describe('the list', () => {
  it('shows last modified first (manual, "Tri par défaut")', async () => {
    expect(await subjects({ show: Show.OPEN })).toEqual(['Fuite évier', 'Porte cassée', 'Ascenseur bloqué']);
  });

  it('all, closed, mine, by module', async () => {
    expect(await subjects({ show: Show.ALL })).toHaveLength(4);
    expect(await subjects({ show: Show.CLOSED })).toEqual(['Ampoule du hall']);
    expect(await subjects({ show: Show.OPEN, mine: true })).toEqual(['Fuite évier', 'Porte cassée']);
    expect(await subjects({ module: Module.GERANCE })).toEqual(['Chaudière']);
  });

  it('"Du jour": open and modified today in Paris (contradiction 10)', async () => {
    expect(await subjects({ show: Show.TODAY })).toEqual(['Fuite évier']);
  });

  it.each([
    ['a word, accents and case ignored', 'ÉVIER', ['Fuite évier']],
    ['its beginning', 'chau', []],
    ['several words', 'porte cass', ['Porte cassée']],
    ['a contractor', 'oeuvrard', ['Porte cassée']],
    ['the place', 'tilleuls évi', ['Fuite évier']],
    ['nothing that exists', 'piscine', []],
    ['a number', '2', ['Ascenseur bloqué']],
    ['no pattern', '.*', ['Fuite évier', 'Porte cassée', 'Ascenseur bloqué']],
  ])('searches %s', async (_what, search, expected) => {
    expect((await subjects({ show: Show.OPEN, search })).sort()).toEqual([...expected].sort());
  });

  it('pages by cursor, without gap or double', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await stack.tickets.listTickets({
        caller: byUser(AGENCY),
        module: Module.SYNDIC,
        show: Show.ALL,
        limit: 1,
        cursor,
      });
      seen.push(...page.tickets.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual((await list({ show: Show.ALL })).map(({ id }) => id));
  });

  it('refuses a made-up cursor and an unknown module', async () => {
    await expect(list({ cursor: 'xyz' })).rejects.toMatchObject({ code: 'INVALID_COMMAND' });
    await expect(list({ module: Module.UNSPECIFIED })).rejects.toMatchObject({ code: 'INVALID_COMMAND' });
  });
});

describe('each way of looking reads an index', () => {
  const base: TicketListFilter = { agencyId: AGENCY, module: 'SYNDIC', limit: 51, readerId: 'user-1' };
  const after = { modifiedAt: new Date(), id: 'x' };

  interface Stage {
    stage?: string;
    indexName?: string;
    inputStage?: Stage;
    inputStages?: Stage[];
  }

  function stages(stage: Stage): Stage[] {
    return [
      stage,
      ...[stage.inputStage, ...(stage.inputStages ?? [])].flatMap((inner) => (inner ? stages(inner) : [])),
    ];
  }

  async function plan(filter: TicketListFilter): Promise<Stage[]> {
    const repository = stack.app.get<TicketListRepository>(TicketList);
    const explained = (await repository.query(filter).explain('queryPlanner')) as unknown as {
      queryPlanner: { winningPlan: Stage };
    };
    return stages(explained.queryPlanner.winningPlan);
  }

  it.each<[string, Partial<TicketListFilter>, string]>([
    ['En cours', { closed: false }, 'list_state'],
    ['Fermés', { closed: true }, 'list_state'],
    ['Du jour', { closed: false, modifiedSince: new Date(0) }, 'list_state'],
    ['Tous', {}, 'list_all'],
    ['Mes tickets, en cours', { closed: false, managerId: 'user-1' }, 'list_mine_state'],
    ['Mes tickets, tous', { managerId: 'user-1' }, 'list_mine_all'],
    ['the next page', { closed: false, after }, 'list_state'],
    ['the next page of mine', { closed: false, managerId: 'user-1', after }, 'list_mine_state'],
  ])('%s, already in order', async (_what, over, index) => {
    const found = await plan({ ...base, ...over });
    expect(found.filter(({ stage }) => stage === 'IXSCAN').map(({ indexName }) => indexName)).toEqual([
      index,
    ]);
    expect(found.map(({ stage }) => stage)).not.toContain('SORT');
  });

  it.each<[string, TicketListFilter['search']]>([
    ['words', { words: ['fuite', 'til'] }],
    ['a number', { number: 3 }],
  ])('a search by %s', async (_what, search) => {
    const found = (await plan({ ...base, closed: false, search })).map(({ stage }) => stage);
    expect(found).toContain('IXSCAN');
    expect(found).not.toContain('COLLSCAN');
  });
});
