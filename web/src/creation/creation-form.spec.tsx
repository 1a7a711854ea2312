/** @jest-environment ./web/jest-browser.mjs */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { aBuilding, aContractor, aPlace, aSession } from '../testing/agency.builder.js';
import { describedBy } from '../testing/described-by.js';
import { FakeGateway, refusal } from '../testing/fake-gateway.js';
import { show } from '../testing/show.js';
import { aTicket } from '../ticket/ticket.builder.js';
import CreationPage from './creation-page.js';

const PLACE = 'Copropriété';
const SUBMIT = 'Créer le ticket';

const agency = (): FakeGateway =>
  new FakeGateway()
    .get('/api/settings/syndic', { timers: {}, defaultDescription: 'Merci de nous prévenir.' })
    .get('/api/users', { users: [] })
    .get('/api/buildings', { buildings: [aBuilding()], unitsOnlyIds: [] })
    .get('/api/places', aPlace())
    .get('/api/contractors', { contractors: [aContractor()], trades: ['Plomberie'] });

async function open(gateway: FakeGateway) {
  const shown = show(<CreationPage />, gateway, aSession(), {
    route: '/tickets/:module/new',
    at: '/tickets/syndic/new',
    others: { '/tickets/:module/:id': <p>Le ticket</p> },
  });
  await screen.findByRole('heading', { level: 1, name: 'Nouveau ticket Syndic' });
  return shown;
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const summary = async () => within(await screen.findByRole('alert'));

/** By arrow and Enter, as in any list. */
async function choose(person: UserEvent, list: string, typed: string): Promise<void> {
  const input = screen.getByRole('combobox', { name: list });
  act(() => input.focus());
  await person.keyboard(typed);
  await screen.findByRole('option', { name: new RegExp(typed) });
  await person.keyboard('{ArrowDown}{Enter}');
}

/** All that a ticket needs. */
async function fillIn(person: UserEvent): Promise<void> {
  await choose(person, PLACE, 'Tilleuls');
  await person.selectOptions(screen.getByRole('combobox', { name: 'Source' }), 'Téléphone');
  await person.type(field('Sujet'), 'Fuite sous évier');
  await choose(person, 'Ajouter un intervenant', 'Durand');
  await screen.findByRole('group', { name: 'Plomberie Durand' });
}

describe('the form of a new ticket', () => {
  beforeEach(() => sessionStorage.clear());

  it('tells by keyboard alone what is missing, at each field and in a summary that has the focus', async () => {
    const gateway = agency();
    const { person } = await open(gateway);
    screen.getByRole('button', { name: SUBMIT }).focus();
    await person.keyboard('{Enter}');

    const faults = await summary();
    expect(faults.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Choisissez le lieu.',
      'Choisissez la source de la demande.',
      'Indiquez le sujet.',
      'Ajoutez au moins un intervenant.',
    ]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('alert')));
    expect(describedBy(screen.getByRole('combobox', { name: PLACE }))).toContain('Choisissez le lieu.');
    expect(describedBy(field('Sujet'))).toContain('Indiquez le sujet.');
    expect(gateway.changes).toEqual([]);

    await person.type(field('Sujet'), 'Fuite');
    expect(describedBy(field('Sujet'))).not.toContain('Indiquez le sujet.');
  });

  it('sends what was chosen and typed, under the key of the draft, and leads to the ticket', async () => {
    const gateway = agency().on('POST /api/tickets', { body: aTicket({ id: 't9', number: 1043 }) });
    const { person } = await open(gateway);
    await fillIn(person);
    expect(await screen.findByText(/^Digicode : 12B4\./)).not.toBeNull();
    await person.type(field('Description'), ' Eau coupée.');
    await person.click(screen.getByRole('checkbox', { name: 'Important – Urgent' }));
    await person.type(field('Sujet'), '{Enter}');

    await screen.findByText('Le ticket');
    expect(gateway.changes).toEqual([
      {
        method: 'POST',
        path: '/api/tickets',
        key: expect.stringMatching(/^[0-9a-f]{32}$/),
        body: expect.objectContaining({
          module: 'SYNDIC',
          quote: false,
          place: { buildingId: 'b1' },
          managerId: 'u1',
          source: 'PHONE',
          subject: 'Fuite sous évier',
          description: 'Merci de nous prévenir. Eau coupée.',
          options: expect.objectContaining({ urgent: true, sendOwner: false }),
          contractors: [
            expect.objectContaining({
              partyId: 'p1',
              mails: 'contact@durand.example',
              channels: { mail: true, sms: false },
            }),
          ],
        }),
      },
    ]);
    expect(screen.getByText('Ticket n° 1043 créé.')).not.toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });

  it('loses nothing of what was typed when the page is left and opened again', async () => {
    const gateway = agency();
    const first = await open(gateway);
    await fillIn(first.person);
    first.unmount();

    await open(gateway);
    expect(field('Sujet').value).toBe('Fuite sous évier');
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: PLACE }).value).toContain('Les Tilleuls');
    expect(screen.getByRole('group', { name: 'Plomberie Durand' })).not.toBeNull();
  });

  it('forgets it on "Effacer la saisie"', async () => {
    const { person } = await open(agency());
    await person.type(field('Sujet'), 'Fuite');
    await person.click(screen.getByRole('button', { name: 'Effacer la saisie' }));
    await waitFor(() => expect(field('Sujet').value).toBe(''));
  });

  it('keeps everything through a lost connection, and sends it again under the same key', async () => {
    const gateway = agency().on('POST /api/tickets', 'unreachable', { body: aTicket({ id: 't9' }) });
    const { person } = await open(gateway);
    await fillIn(person);
    await person.click(screen.getByRole('button', { name: SUBMIT }));

    const notice = await summary();
    expect(notice.getByText(/rien n'est perdu, et un nouvel essai ne créera pas de doublon/)).not.toBeNull();
    expect(field('Sujet').value).toBe('Fuite sous évier');
    await person.click(notice.getByRole('button', { name: 'Réessayer' }));

    await screen.findByText('Le ticket');
    const [lost, again] = gateway.changes;
    expect(gateway.changes).toHaveLength(2);
    expect(again).toEqual(lost);
  });

  it('puts what the server refuses at the field it is about', async () => {
    const detail = 'Cette adresse ne reçoit plus de messages.';
    const fields = [{ field: 'contractors.0.mails', code: 'UNREACHABLE', detail }];
    const gateway = agency().on(
      'POST /api/tickets',
      refusal(422, { code: 'INVALID', detail: 'Saisie refusée.', fields }),
    );
    const { person } = await open(gateway);
    await fillIn(person);
    await person.click(screen.getByRole('button', { name: SUBMIT }));

    expect((await summary()).getByText('Saisie refusée.')).not.toBeNull();
    const contractor = within(screen.getByRole('group', { name: 'Plomberie Durand' }));
    expect(describedBy(contractor.getByRole('textbox', { name: 'E-mails' }))).toContain(detail);
    expect(field('Sujet').value).toBe('Fuite sous évier');
  });
});
