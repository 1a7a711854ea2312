import { typedPerson } from '../../people/typed-person.js';
import type { TypedPerson } from '../../people/typed-person.js';
import { emptyDraft } from './draft.js';
import type { Draft } from './draft.js';

type DraftOverrides = Omit<Partial<Draft>, 'options'> & { options?: Partial<Draft['options']> };

/** For tests: a draft that may be sent. */
/** Options are beside the usual ones. */
export function aDraft({ options, ...overrides }: DraftOverrides = {}): Draft {
  const empty = emptyDraft('u1', '05/01/2026 14:30');
  return {
    ...empty,
    options: { ...empty.options, ...options },
    place: { kind: 'unit', id: 'lot-12', label: 'Appartement 12' },
    source: 'PHONE',
    subject: 'Fuite sous évier',
    contractors: [aPerson()],
    ...overrides,
  };
}

export function aPerson(overrides: Partial<TypedPerson> = {}): TypedPerson {
  return { ...typedPerson(), name: 'Plomberie Durand', mails: 'contact@durand.example', ...overrides };
}
