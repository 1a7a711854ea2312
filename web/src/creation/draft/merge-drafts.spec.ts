import { describe, expect, it } from '@jest/globals';
import { aDraft as aNewDraft, aPerson } from './draft.builder.js';
import { mergeDrafts } from './merge-drafts.js';

const contact = aPerson();
/** Of a ticket that exists: its contractors are not on the form. */
const aDraft = (draft: Parameters<typeof aNewDraft>[0]) => aNewDraft({ contractors: [], ...draft });

const base = aDraft({ subject: 'Fuite', description: 'Sous l’évier' });
const mine = aDraft({ subject: 'Fuite, cuisine', description: 'Sous l’évier', options: { urgent: true } });
const theirs = aDraft({
  subject: 'Fuite, salle de bains',
  description: 'Derrière le mur',
  contacts: [contact],
  options: { silent: true },
});

describe('two changes of one ticket', () => {
  it('what only one of them changed is taken, option by option; where both did, mine', () => {
    expect(mergeDrafts({ base, mine, theirs }, new Set())).toMatchObject({
      subject: 'Fuite, cuisine',
      description: 'Derrière le mur',
      contacts: [contact],
      options: { urgent: true, silent: true },
    });
  });

  it('theirs where it was chosen', () => {
    expect(mergeDrafts({ base, mine, theirs }, new Set(['subject', 'urgent']))).toMatchObject({
      subject: 'Fuite, salle de bains',
      options: { urgent: false, silent: true },
    });
  });
});
