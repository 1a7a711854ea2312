import { describe, expect, it } from '@jest/globals';
import { aTemplate, aTemplateRow } from '../template.builder.js';
import { inserted, readTyped, shownTemplate, typedOn } from './typed-template.js';

const SAVED = aTemplate({ row: aTemplateRow({ version: 3 }) });
const THEIRS = aTemplate({
  row: aTemplateRow({ version: 4 }),
  text: { subject: 'Le leur', body: '<p>Le leur</p>' },
});

describe('a template being written', () => {
  it('is the saved one until somebody types', () => {
    expect(shownTemplate(SAVED, undefined)).toEqual({
      text: SAVED.text,
      version: 3,
      isTyped: false,
      isConflict: false,
    });
  });

  it('keeps the version it was begun from, and what was typed, when somebody else saves', () => {
    const typed = typedOn(SAVED, undefined, { subject: 'Le mien' });
    expect(shownTemplate(THEIRS, typed)).toEqual({
      text: { ...SAVED.text, subject: 'Le mien' },
      version: 3,
      isTyped: true,
      isConflict: true,
    });
  });

  it('is saved where the same text is, be it from a saving that was never answered', () => {
    const typed = typedOn(SAVED, undefined, THEIRS.text);
    expect(shownTemplate(THEIRS, typed)).toMatchObject({ version: 4, isTyped: false, isConflict: false });
  });

  it('comes back from the tab whole or not at all', () => {
    const typed = typedOn(SAVED, undefined, { body: '<p>x</p>' });
    expect(readTyped(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
    expect(readTyped({ text: { subject: 'x' }, version: 1 })).toBeUndefined();
    expect(readTyped('x')).toBeUndefined();
  });

  it('takes a variable at the cursor, or in the place of what is selected', () => {
    expect(inserted('Ticket  reçu', '{{ ticket.number }}', 7, 7)).toEqual({
      text: 'Ticket {{ ticket.number }} reçu',
      cursor: 26,
    });
    expect(inserted('Ticket X reçu', 'n°', 7, 8)).toEqual({ text: 'Ticket n° reçu', cursor: 9 });
  });
});
