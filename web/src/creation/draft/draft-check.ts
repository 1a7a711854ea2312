import { CREATION_ERRORS } from '../../fr.js';
import { readInstant } from '../../lib/typed-date.js';
import { checkTypedPerson } from '../../people/typed-person.js';
import { checkTimers, timersOfType } from '../../timers/typed-timers.js';
import type { Draft } from './draft.js';

/** Faults by dotted path, as the gateway names them. The server has the last word; this saves a round trip. */
export type DraftErrors = Record<string, string>;

export function checkDraft(draft: Draft): DraftErrors {
  return {
    ...fault('place', !draft.place, CREATION_ERRORS.place),
    ...fault('source', !draft.source, CREATION_ERRORS.source),
    ...fault('requestedAt', !readInstant(draft.requestedAt), CREATION_ERRORS.requestedAt),
    ...checkChanges(draft),
    ...fault('contractors', draft.contractors.length === 0, CREATION_ERRORS.contractors),
    ...checkPeople(draft, 'contractors', true),
  };
}

/** What may also be changed later. */
export function checkChanges(draft: Draft): DraftErrors {
  return {
    ...fault('subject', draft.subject.trim() === '', CREATION_ERRORS.subject),
    ...checkPeople(draft, 'contacts'),
    ...checkPeople(draft, 'notified'),
    ...checkTimers(draft.timers, timersOfType(draft.quote)),
  };
}

function checkPeople(
  draft: Draft,
  list: 'contractors' | 'contacts' | 'notified',
  isTold = false,
): DraftErrors {
  const faults = draft[list].flatMap((person, index) =>
    Object.entries(checkTypedPerson(person, isTold)).map(([name, text]) => [
      `${list}.${index}.${name}`,
      text,
    ]),
  );
  return Object.fromEntries(faults) as DraftErrors;
}

function fault(path: string, isWrong: boolean, text: string): DraftErrors {
  return isWrong ? { [path]: text } : {};
}
