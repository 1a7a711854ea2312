/** @jest-environment ./web/jest-browser.mjs */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { aSession } from '../testing/agency.builder.js';
import { FakeGateway, refusal } from '../testing/fake-gateway.js';
import { show } from '../testing/show.js';
import { anEntry, aTicket } from '../ticket/ticket.builder.js';
import EditPage from './edit-page.js';

const AT = '/tickets/gerance/t1/edit';
const opening = anEntry({ id: 'h1', fact: 'TicketOpened' });
const before = aTicket({ subject: 'Fuite', description: 'Sous l’évier', history: [opening] });
const paul = { kind: 'USER' as const, id: 'u2', name: 'Paul Petit' };
const change = anEntry({ id: 'h2', fact: 'TicketUpdated', text: 'subject, description', actor: paul });
const after = aTicket({
  ...before,
  subject: 'Fuite, salle de bains',
  description: 'Derrière le mur',
  history: [opening, change],
});

const CHANGED = refusal(409, {
  code: 'TICKET_CHANGED_MEANWHILE',
  detail: 'Paul Petit vient de modifier ce que vous modifiez.',
  fields: [{ field: 'subject', code: 'CHANGED_MEANWHILE', detail: 'Modifié entre-temps.' }],
});

/** My subject, after Paul has written his. */
async function saveMine() {
  const gateway = new FakeGateway()
    .on('GET /api/tickets/t1', { body: before }, { body: after })
    .on('PATCH /api/tickets/t1', CHANGED, { body: after });
  const { person } = show(<EditPage />, gateway, aSession(), {
    route: '/tickets/:module/:id/edit',
    at: AT,
    others: { '/tickets/:module/:id': <p>Le ticket</p> },
  });
  const subject = await screen.findByRole('textbox', { name: 'Sujet' });
  await person.clear(subject);
  await person.type(subject, 'Fuite, cuisine');
  await person.click(screen.getByRole('button', { name: 'Enregistrer' }));
  const notice = await screen.findByRole('region', {
    name: 'Paul Petit a modifié ce ticket en même temps que vous',
  });
  return { gateway, person, notice: within(notice) };
}

describe('two people change the same field', () => {
  beforeEach(() => sessionStorage.clear());

  it('the second is told what the first wrote, and keeps their own', async () => {
    const { gateway, person, notice } = await saveMine();
    notice.getByRole('radio', { name: 'La version de Paul Petit : « Fuite, salle de bains »' });
    expect(
      notice.getByRole<HTMLInputElement>('radio', { name: 'Ma version : « Fuite, cuisine »' }).checked,
    ).toBe(true);
    await person.click(notice.getByRole('button', { name: 'Continuer avec ces choix' }));
    // What only Paul changed is taken.
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Description' }).value).toBe(
      'Derrière le mur',
    );
    await person.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await screen.findByText('Le ticket');
    expect(gateway.changes.map(({ body }) => body)).toEqual([
      { subject: 'Fuite, cuisine', readUntilEntryId: 'h1' },
      { subject: 'Fuite, cuisine', readUntilEntryId: 'h2' },
    ]);
  });

  it('or takes the other’s: there is nothing left to save', async () => {
    const { gateway, person, notice } = await saveMine();
    await person.click(notice.getByRole('radio', { name: /^La version de Paul Petit/ }));
    await person.click(notice.getByRole('button', { name: 'Continuer avec ces choix' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Sujet' }).value).toBe(
      'Fuite, salle de bains',
    );
    await person.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await screen.findByText('Le ticket');
    expect(gateway.changes).toHaveLength(1);
  });
});
