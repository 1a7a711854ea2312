import { describe, expect, it } from '@jest/globals';
import { LETTERS, MOST, TIMERS } from '@intervia/rules';
import { aDocument, aDraft, aPerson } from '../../testing/builders.js';
import type { TicketDraft } from './draft.js';
import { checkDraft } from './draft.js';

const people = (count: number) => Array.from({ length: count }, () => aPerson());
const documents = (count: number) => Array.from({ length: count }, () => aDocument());
const letters = (count: number) => 'x'.repeat(count);

/** gateway/src/tickets/limits.spec.ts and web/src/lib/limits.spec.ts hold the same table. */
const COUNTED: readonly (readonly [string, number, (count: number) => Partial<TicketDraft>])[] = [
  ['subject', LETTERS.subject, (count) => ({ subject: letters(count) })],
  ['description', LETTERS.text, (count) => ({ description: letters(count) })],
  ['contacts', MOST.people, (count) => ({ contacts: people(count) })],
  ['attachments', MOST.documents, (count) => ({ attachments: documents(count) })],
  ['contractors', MOST.contractors, (count) => ({ contractors: people(count) })],
  [
    'contractors.0.comment',
    LETTERS.comment,
    (count) => ({ contractors: [aPerson({ comment: letters(count) })] }),
  ],
  [
    'contractors.0.mails',
    MOST.addresses,
    (count) => ({
      contractors: [aPerson({ mails: Array.from({ length: count }, (_, at) => `a${at}@b.fr`) })],
    }),
  ],
  ['timers.visitHours', TIMERS.visitHours, (count) => ({ timers: { visitHours: count } })],
];

describe('a draft', () => {
  it.each(COUNTED)(
    'takes so many of %s as the house’s table says (%i), and no more',
    (field, most, draft) => {
      const faults = (count: number) => checkDraft(aDraft(draft(count)));
      expect(faults(most)).toEqual([]);
      expect(faults(most + 1)).toEqual([{ field, code: expect.stringMatching(/^TOO_/) }]);
    },
  );
});
