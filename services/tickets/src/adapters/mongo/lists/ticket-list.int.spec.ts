import 'reflect-metadata';
import { SystemClock } from '@intervia/clock';
import { Colour, Module, SearchField, Show, Source, Status, TicketType } from '@intervia/contracts';
import type { ListTicketsRequestSchema, TicketRow } from '@intervia/contracts';
import type { Message, MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { byUser, command, draftRequest, personRequest } from '../../../testing/requests.js';
import { startStack } from '../../../testing/stack.js';
import type { Stack } from '../../../testing/stack.js';

const clock = new SystemClock();

const AGENCY = 'agency-list';
const HOUR = 3_600_000;
/** No reminder stirs the list while the clock is moved. */
const timers = { workOrder: { hours: 8_000, maximum: 1 } };

type ListRequest = Exclude<MessageInitShape<typeof ListTicketsRequestSchema>, Message>;
// Real servers, on machines that may have other work.
jest.setTimeout(60_000);

let stack: Stack;

const daysAgo = (days: number) => timestampFromDate(new Date(clock.now().getTime() - days * 24 * HOUR));

const open = (draft: Parameters<typeof draftRequest>[0]) =>
  stack.tickets.openTicket({ context: command(byUser(AGENCY)), draft: draftRequest({ timers, ...draft }) });

const list = async (over: ListRequest = {}): Promise<TicketRow[]> =>
  (await stack.tickets.listTickets({ caller: byUser(AGENCY), module: Module.SYNDIC, ...over })).tickets;
const subjects = async (over: ListRequest = {}): Promise<string[]> =>
  (await list(over)).map(({ subject }) => subject);

beforeAll(async () => {
  stack = await startStack();
  const paul = { id: 'paul', name: 'Paul Petit' };
  await open({
    subject: 'Fuite évier',
    urgent: true,
    place: {
      buildingId: 'b-2',
      unitId: 'u-7',
      label: 'Le Clos des Tilleuls, appartement 7',
      address: '9 avenue Foch',
      reference: 'LOT0007',
      buildingReference: 'CDT69',
      ownerName: 'Mme Dupuis-Œuvrard',
    },
    requester: { name: 'Nadia Roux', partyId: 'party-3' },
  });
  await open({ subject: 'Ascenseur bloqué', manager: paul });
  await open({
    subject: 'Porte cassée',
    contractors: [personRequest({ name: 'Serrurerie Œuvrard', partyId: 'party-8' })],
  });
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

  it('"Mes tickets" are also those of whom one stands in for', async () => {
    const caller = { ...byUser(AGENCY), standsInFor: ['paul'] };
    expect(await subjects({ caller, show: Show.OPEN, mine: true })).toEqual([
      'Fuite évier',
      'Porte cassée',
      'Ascenseur bloqué',
    ]);
  });

  it('tells all that an export or a print needs', async () => {
    const [row] = await list({ search: 'évier' });
    expect(row).toMatchObject({
      source: Source.PHONE,
      managerId: 'user-1',
      managerName: 'Claire Moreau',
      requesterName: 'Nadia Roux',
      ownerName: 'Mme Dupuis-Œuvrard',
      placeLabel: 'Le Clos des Tilleuls, appartement 7',
      placeAddress: '9 avenue Foch',
      contractorNames: 'Plomberie Dupont',
      urgent: true,
    });
    const [closed] = await list({ show: Show.CLOSED });
    expect(closed?.closedAt).toEqual(closed?.modifiedAt);
  });

  it.each([
    ['a word, accents and case ignored', 'ÉVIER', ['Fuite évier']],
    ['its beginning', 'chau', []],
    ['several words', 'porte cass', ['Porte cassée']],
    ['a contractor or an owner', 'oeuvrard', ['Fuite évier', 'Porte cassée']],
    ['the place', 'tilleuls évi', ['Fuite évier']],
    ['nothing that exists', 'piscine', []],
    ['a number', '2', ['Ascenseur bloqué']],
    ['no pattern: without a word it finds nothing', '.*', []],
    ['a word after an apostrophe', "l'ascenseur", ['Ascenseur bloqué']],
    ['a word with its accent apart', 'e\u0301vier', ['Fuite évier']],
    ['hyphens', 'dupuis-oeuvrard', ['Fuite évier']],
    ['what tells something beside what tells nothing', 'la porte de la rue', ['Porte cassée']],
    ['nothing for what tells nothing', 'de la rue', []],
    ['a street number, which is no ticket’s', '9', ['Fuite évier']],
    ['a building’s reference, on its unit’s ticket', 'cdt69', ['Fuite évier']],
  ])('searches %s', async (_what, search, expected) => {
    expect((await subjects({ show: Show.OPEN, search })).sort()).toEqual([...expected].sort());
  });

  it.each<[keyof typeof SearchField, string, string[]]>([
    ['BUILDING', 'clos tilleuls', ['Fuite évier']],
    ['BUILDING', 'CDT69', ['Fuite évier']],
    ['BUILDING', 'lot0007', ['Fuite évier']],
    ['UNIT', 'lot0007', ['Fuite évier']],
    ['UNIT', 'residence', []],
    ['OWNER', 'œuvrard', ['Fuite évier']],
    ['CONTRACTOR', 'œuvrard', ['Porte cassée']],
    ['SUBJECT_OR_DESCRIPTION', 'ascenseur plafond', ['Ascenseur bloqué']],
    ['SUBJECT_OR_DESCRIPTION', 'dupont', []],
    ['NUMBER', 'n° 3', ['Porte cassée']],
    ['NUMBER', 'porte', []],
  ])('searches in %s for "%s"', async (field, search, expected) => {
    expect(await subjects({ show: Show.OPEN, search, searchIn: SearchField[field] })).toEqual(expected);
  });

  it.each<[string, ListRequest['criteria'], string[]]>([
    [
      'type',
      { types: [TicketType.WORK_ORDER] },
      ['Fuite évier', 'Porte cassée', 'Ascenseur bloqué', 'Ampoule du hall'],
    ],
    ['status', { statuses: [Status.WORK_ORDER_REFUSED, Status.CLOSED] }, ['Fuite évier', 'Ampoule du hall']],
    ['source', { sources: [Source.MAIL] }, []],
    ['manager', { managerIds: ['paul'] }, ['Ascenseur bloqué']],
    ['building', { buildingId: 'b-2' }, ['Fuite évier']],
    ['unit', { unitId: 'u-7' }, ['Fuite évier']],
    ['contractor', { contractorPartyId: 'party-8' }, ['Porte cassée']],
    ['requester', { requesterPartyId: 'party-3' }, ['Fuite évier']],
    ['colour', { colour: Colour.BLUE }, ['Fuite évier']],
    ['the colour of what ended', { colour: Colour.RED }, ['Ampoule du hall']],
    ['urgency', { urgent: true }, ['Fuite évier']],
    [
      'no urgency',
      { urgent: false, statuses: [Status.WORK_ORDER_SENT] },
      ['Porte cassée', 'Ascenseur bloqué'],
    ],
    [
      'dates',
      { openedFrom: daysAgo(9), openedBefore: daysAgo(-9) },
      ['Fuite évier', 'Porte cassée', 'Ascenseur bloqué', 'Ampoule du hall'],
    ],
    ['other dates', { openedBefore: daysAgo(9) }, []],
    ['several at once', { buildingId: 'b-2', urgent: true, colour: Colour.GREY }, []],
  ])('by criteria: %s', async (_what, criteria, expected) => {
    expect((await subjects({ show: Show.ALL, criteria })).sort()).toEqual([...expected].sort());
  });

  it('shows a selection in the order of the list', async () => {
    const all = await list({ show: Show.ALL });
    const ticketIds = [all[3], all[0], all[2]].map((row) => row?.id ?? '');
    expect(await subjects({ show: Show.ALL, criteria: { ticketIds } })).toEqual(
      [all[0], all[2], all[3]].map((row) => row?.subject),
    );
    const tooMany = Array.from({ length: 201 }, (_, n) => String(n));
    await expect(list({ criteria: { ticketIds: tooMany } })).rejects.toMatchObject({
      code: 'INVALID_COMMAND',
    });
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

  it('shows nothing of another agency, not even in a selection', async () => {
    const other = 'agency-other';
    const theirs = await stack.tickets.openTicket({
      context: command(byUser(other)),
      draft: draftRequest({ timers, subject: 'À d’autres' }),
    });
    const [own] = await list({ show: Show.ALL });
    const ticketIds = [theirs.ticket?.id ?? '', own?.id ?? ''];
    expect((await list({ show: Show.ALL, criteria: { ticketIds } })).map(({ id }) => id)).toEqual([own?.id]);
    const { changed, problems } = await stack.tickets.changeManager({
      context: command(byUser(other)),
      ticketIds,
      manager: { id: 'anne', name: 'Anne' },
    });
    expect(changed).toBe(1);
    expect(problems).toMatchObject([{ ticketId: own?.id, problem: { code: 'TICKET_NOT_FOUND' } }]);
  });

  it('shows no ticket twice; one that changes under the reader is at the front of the list', async () => {
    const page = (cursor: string) =>
      stack.tickets.listTickets({
        caller: byUser(AGENCY),
        module: Module.SYNDIC,
        show: Show.OPEN,
        limit: 1,
        cursor,
      });
    const first = await page('');
    const second = await page(first.nextCursor);
    const [, , unseen] = await list({ show: Show.OPEN });
    for (const ticketId of [unseen?.id, first.tickets[0]?.id]) {
      await stack.clock.move(1_000);
      await stack.tickets.addNote({ context: command(byUser(AGENCY)), ticketId, html: '<p>Vu</p>' });
    }
    expect(await page(second.nextCursor)).toMatchObject({ tickets: [], nextCursor: '' });
    const again = await page('');
    expect(again.tickets[0]?.id).toBe(first.tickets[0]?.id);
    expect((await page(again.nextCursor)).tickets[0]?.id).toBe(unseen?.id);
  });

  it('refuses a made-up cursor and an unknown module', async () => {
    await expect(list({ cursor: 'xyz' })).rejects.toMatchObject({ code: 'INVALID_COMMAND' });
    await expect(list({ module: Module.UNSPECIFIED })).rejects.toMatchObject({ code: 'INVALID_COMMAND' });
  });
});
