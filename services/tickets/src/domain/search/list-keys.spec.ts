import { describe, expect, it } from '@jest/globals';
import { aDraft, aPerson } from '../../testing/builders.js';
import { Scenario } from '../../testing/scenario.js';
import { criteriaConditions, listKeys, numberCondition, wordCondition } from './list-keys.js';
import type { Criteria, KeyCondition } from './list-keys.js';
import { wordsByField } from './search-words.js';
import type { WordField } from './search-words.js';

const { ticket } = Scenario.opened({ contractors: [aPerson({ name: 'Élec Martin', partyId: 'party-5' })] });
const words = wordsByField(ticket);
const keys = new Set(listKeys(ticket, words));

const holds = ({ anyOf, begins }: KeyCondition): boolean =>
  anyOf.some((key) => keys.has(key)) &&
  (!begins || begins.fields.some((field) => words[field].some((word) => word.startsWith(begins.word))));

const aCriteria = (over: Partial<Criteria> = {}): Criteria => ({
  types: [],
  statuses: [],
  sources: [],
  buildingId: '',
  unitId: '',
  contractorPartyId: '',
  requesterPartyId: '',
  ...over,
});

describe('a word', () => {
  it.each(['mar', 'mart', 'marti', 'martin', 'ele', 'elec'])(
    'is found by its beginning "%s"',
    (beginning) => {
      expect(holds(wordCondition(beginning, 'CONTRACTOR'))).toBe(true);
      expect(holds(wordCondition(beginning))).toBe(true);
    },
  );

  it.each<[string, WordField | undefined]>([
    ['martine', undefined],
    ['artin', undefined],
    ['martin', 'OWNER'],
    ['til', 'CONTRACTOR'],
  ])('"%s" is not found where it does not stand', (word, field) => {
    expect(holds(wordCondition(word, field))).toBe(false);
  });

  it('of one or two letters is found whole', () => {
    expect(holds(wordCondition('12', 'UNIT'))).toBe(true);
    expect(holds(wordCondition('fu'))).toBe(false);
  });

  it.each([
    ['the building’s reference', 'til03'],
    ['the unit’s reference', 'lot0012'],
    ['the name', 'tilleuls'],
    ['the street', 'erables'],
  ])('of a building is also %s, on the ticket of a unit', (_what, word) => {
    expect(holds(wordCondition(word, 'BUILDING'))).toBe(true);
  });

  it('with a digit is a reference, found whole or by the letters it begins with', () => {
    expect(holds(wordCondition('til', 'BUILDING'))).toBe(true);
    expect(holds(wordCondition('69003'))).toBe(true);
    expect(wordCondition('lot0013', 'UNIT').begins).toBeUndefined();
    expect(holds(wordCondition('lot0013', 'UNIT'))).toBe(false);
  });

  it('that tells nothing has no key; another that begins so is found by it', () => {
    expect(holds(wordCondition('des'))).toBe(false);
    expect(holds(wordCondition('sou'))).toBe(true);
    expect(keys).not.toContain('b:rue');
  });
});

describe('the keys of a ticket', () => {
  it('are few, because each of them moves in the index at each save', () => {
    const building = { ...aDraft().place!, unitId: '', label: 'Les Tilleuls', ownerName: '' };
    const { ticket: short } = Scenario.opened({ place: building, description: '' });
    expect(listKeys(short, wordsByField(short)).length).toBeLessThan(30);
    expect(keys.size).toBeLessThanOrEqual(40);
  });
});

describe('a number', () => {
  const number = String(ticket.details.number);

  it('is the ticket’s, also when it is searched anywhere', () => {
    expect(holds(numberCondition(number))).toBe(true);
    expect(holds(numberCondition(`00${number}`))).toBe(true);
    expect(holds(wordCondition(number))).toBe(true);
    expect(holds(wordCondition(`000${number}`))).toBe(true);
    expect(holds(wordCondition(`000${number}0`))).toBe(false);
  });

  it('is nothing but digits', () => {
    expect(numberCondition('abc')).toEqual({ anyOf: [] });
  });
});

describe('criteria', () => {
  const now = ticket.details.openedAt;
  const allHold = (over: Partial<Criteria>): boolean =>
    criteriaConditions(aCriteria(over), new Date(now.getTime() + 1)).every(holds);

  it('all hold', () => {
    const { buildingId, unitId } = ticket.details.place;
    expect(
      allHold({
        buildingId,
        unitId,
        types: ['WORK_ORDER', 'SINGLE_QUOTE'],
        statuses: ['WORK_ORDER_SENT'],
        sources: ['PHONE'],
        contractorPartyId: 'party-5',
        openedFrom: now,
      }),
    ).toBe(true);
  });

  it.each<Partial<Criteria>>([
    { buildingId: 'b-2' },
    { types: ['MULTI_WORK_ORDER'] },
    { statuses: ['CLOSED'] },
    { sources: ['VTI'] },
    { contractorPartyId: 'party-1' },
    { requesterPartyId: 'party-5' },
    { urgent: true },
    { openedFrom: new Date('2001-01-31T00:00:00Z'), openedBefore: new Date('2001-03-01T00:00:00Z') },
  ])('or not: %j', (over) => {
    expect(allHold(over)).toBe(false);
  });

  it('look up no more than two years of months', () => {
    const opened = (from: string) =>
      criteriaConditions(aCriteria({ openedFrom: new Date(from) }), new Date('2026-03-02T08:00:00Z'));
    expect(opened('2026-01-31T00:00:00Z')).toEqual([{ anyOf: ['M:2026-01', 'M:2026-02', 'M:2026-03'] }]);
    expect(opened('1990-01-01T00:00:00Z')).toEqual([]);
  });
});
