import { describe, expect, it } from '@jest/globals';
import { aDocument, aUser } from '../../testing/builders.js';
import { OPENED, Scenario } from '../../testing/scenario.js';
import type { UpdateTicket } from '../ticket/ticket-commands.js';
import { assertNothingOverwritten } from './overwritten.js';

const CLAIRE = aUser({ id: 'claire', name: 'Claire Moreau' });
const PAUL = aUser({ id: 'paul', name: 'Paul Petit' });

const told = (id: string, actor: typeof CLAIRE, text: string) =>
  ({ id, actor, text, fact: 'TicketUpdated' }) as const;

/** Paul has read until `e1`; Claire has changed the subject since. */
const HISTORY = [told('e1', PAUL, 'description'), told('e2', CLAIRE, 'subject, urgent')];

const writes = (content: Partial<UpdateTicket>, readUntil = 'e1', history: typeof HISTORY = HISTORY) => {
  const { ticket } = Scenario.opened();
  const command = {
    type: 'UpdateTicket',
    actor: PAUL,
    now: OPENED,
    addedAttachments: [],
    ...content,
  } as const;
  return () => assertNothingOverwritten(command, ticket, history, readUntil);
};

describe('two people change a ticket', () => {
  it('the same field: the second is told whose, and which', () => {
    expect(writes({ subject: 'Autre chose', description: 'Plus long' })).toThrow(
      expect.objectContaining({
        code: 'TICKET_CHANGED_MEANWHILE',
        params: { by: 'Claire Moreau' },
        fields: [{ field: 'subject', code: 'CHANGED_MEANWHILE' }],
      }),
    );
    expect(writes({ options: { urgent: true } })).toThrow(
      expect.objectContaining({ fields: [{ field: 'urgent', code: 'CHANGED_MEANWHILE' }] }),
    );
  });

  it.each<[string, Partial<UpdateTicket>]>([
    ['another field', { description: 'Plus long' }],
    ['the same words', { subject: 'Fuite sous l’évier' }],
    ['files', { addedAttachments: [aDocument({ id: 'plan' })] }],
  ])('%s: both stand', (_what, content) => {
    expect(writes(content)).not.toThrow();
  });

  it('after having read the other’s, or one’s own: it is meant', () => {
    expect(writes({ subject: 'Autre chose' }, 'e2')).not.toThrow();
    expect(writes({ subject: 'Autre chose' }, 'e1', [told('e3', PAUL, 'subject')])).not.toThrow();
  });

  it('what was read is no longer held: all that is held came after it', () => {
    expect(writes({ subject: 'Autre chose' }, 'gone')).toThrow();
  });

  it('without saying what was read: as before', () => {
    expect(writes({ subject: 'Autre chose' }, '')).not.toThrow();
  });
});
