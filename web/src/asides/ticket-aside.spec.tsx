/** @jest-environment ./web/jest-browser.mjs */
import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aSession } from '../testing/agency.builder.js';
import { FakeGateway } from '../testing/fake-gateway.js';
import { show } from '../testing/show.js';
import { daysAhead } from '../lib/days-ahead.js';
import { aTicket } from '../ticket/ticket.builder.js';
import { TicketAside } from './ticket-aside.js';

const PATH = '/api/tickets/asides';
const PLACE = { route: '/', at: '/' };

const anAside = (state: 'WAITING' | 'DATE' | 'HEARD', ticketId: string) => ({
  ticketId,
  until: '2026-12-03T23:00:00Z',
  reason: 'Devis promis jeudi',
  setAt: '2026-11-27T09:00:00Z',
  state,
});

it('a ticket is put aside by a key, a day and a reason', async () => {
  const ticket = aTicket();
  const gateway = new FakeGateway().get(PATH, { asides: [] });
  gateway.on(`PUT ${PATH}`, { body: { asides: [anAside('WAITING', ticket.id)] } });
  const { person } = show(<TicketAside ticket={ticket} />, gateway, aSession(), PLACE);
  await screen.findByRole('button', { name: 'À revoir le…' });
  await person.keyboard('v');
  const day = await screen.findByLabelText(/^À revoir le/);
  await person.clear(day);
  await person.type(day, '31/02/2027');
  await person.type(screen.getByLabelText('Pourquoi (facultatif)'), 'Devis promis jeudi');
  await person.click(screen.getByRole('button', { name: 'Mettre de côté' }));
  expect(gateway.changes).toEqual([]);
  await screen.findByText('Indiquez une date comme 04/12/2026.');
  await person.click(screen.getByRole('button', { name: 'Dans une semaine' }));
  await person.click(screen.getByRole('button', { name: 'Mettre de côté' }));
  await screen.findByText('Mis de côté jusqu’au 04/12/2026');
  const { module, id } = ticket;
  expect(gateway.changes).toMatchObject([
    { body: { module, ticketIds: [id], day: daysAhead(new Date()).week, reason: 'Devis promis jeudi' } },
  ]);
});

it.each([
  ['DATE', 'À revoir depuis le 04/12/2026'],
  ['HEARD', 'De retour avant le 04/12/2026 : il y a du nouveau'],
] as const)(
  'a ticket that is back for %s says why, in its user’s words, until it was seen',
  async (state, why) => {
    const ticket = aTicket();
    const gateway = new FakeGateway().get(PATH, { asides: [anAside(state, ticket.id)] });
    gateway.on(`DELETE ${PATH}`, { body: { asides: [] } });
    const { person } = show(<TicketAside ticket={ticket} />, gateway, aSession(), PLACE);
    await screen.findByText(why);
    await screen.findByText(/Devis promis jeudi/);
    await person.click(screen.getByRole('button', { name: 'C’est revu' }));
    await screen.findByRole('button', { name: 'À revoir le…' });
  },
);

it('a ticket that ended is not to be looked at again', () => {
  const gateway = new FakeGateway().get(PATH, { asides: [] });
  show(<TicketAside ticket={aTicket({ status: 'CLOSED' })} />, gateway, aSession(), PLACE);
  expect(screen.queryByRole('button', { name: 'À revoir le…' })).toBeNull();
});
