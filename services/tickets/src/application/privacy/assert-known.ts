import type { PersonMarks } from '@intervia/rules';
import { ActorNotAllowed, InvalidCommand } from '../../domain/values/errors.js';
import type { Caller } from '../running/caller.js';

const MOST_MARKS = 20;

/**
 * Whose data it is has to be said, by the agency's people.
 * @throws InvalidCommand, ActorNotAllowed
 */
export function assertKnown({ actor, attachedOnly }: Caller, marks: PersonMarks): void {
  if (actor.kind !== 'USER' || attachedOnly) throw new ActorNotAllowed('ReadPersonalData');
  const { partyId, names, mails, phones } = marks;
  const all = [partyId, ...names, ...mails, ...phones];
  if (all.every((mark) => mark.trim() === '')) {
    throw new InvalidCommand([{ field: 'person', code: 'REQUIRED' }]);
  }
  if (all.length > MOST_MARKS) throw new InvalidCommand([{ field: 'person', code: 'TOO_MANY' }]);
}
