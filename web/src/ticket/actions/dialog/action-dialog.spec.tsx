/** @jest-environment ./web/jest-browser.mjs */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { AllowedAction } from '../../../api/types.js';
import { aSession } from '../../../testing/agency.builder.js';
import { describedBy } from '../../../testing/described-by.js';
import { FakeGateway, refusal } from '../../../testing/fake-gateway.js';
import { show } from '../../../testing/show.js';
import { aTicket } from '../../ticket.builder.js';
import { ActionPanel } from '../action-panel.js';
import { TicketActionsProvider } from '../ticket-actions.js';

const ACCEPTANCE = 'POST /api/tickets/t1/missions/m1/acceptance';
const ACCEPT = "Saisir l'acceptation";

const allowed = (action: AllowedAction['action'], missionId = 'm1'): AllowedAction => ({
  action,
  missionId,
  suggested: true,
  manualEntry: false,
});

/** A ticket's actions, where somebody has gone by keyboard to a button and pressed Enter. */
async function begin(button: string, action: AllowedAction, gateway: FakeGateway) {
  const ticket = aTicket({ actions: [action] });
  const page = (
    <TicketActionsProvider ticket={ticket}>
      <ActionPanel ticket={ticket} partyId="" onFilter={() => undefined} />
    </TicketActionsProvider>
  );
  const { person } = show(page, gateway, aSession(), {
    route: '/tickets/:module/:id',
    at: '/tickets/gerance/t1',
    others: { '/tickets/:module': <p>La liste</p> },
  });
  screen.getByRole('button', { name: button }).focus();
  await person.keyboard('{Enter}');
  const dialog = within(await screen.findByRole('dialog', { name: button }));
  const field = (name: string) => dialog.getByRole<HTMLInputElement>('textbox', { name });
  return { person, dialog, field };
}

const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('the dialog of an action', () => {
  it('is filled in and sent by keyboard alone, and gives the focus back', async () => {
    const gateway = new FakeGateway().on(ACCEPTANCE, { body: aTicket({ version: 2 }) });
    const { person, field } = await begin(ACCEPT, allowed('ACCEPT_WORK_ORDER'), gateway);
    const date = field("Date et heure de l'intervention");

    await waitFor(() => expect(document.activeElement).toBe(date));
    await person.keyboard('5/3/2026 14h30{Tab}');
    expect(date.value).toBe('05/03/2026 14:30');
    await person.tab();
    expect(document.activeElement).toBe(field('Durée prévue, en minutes'));
    await person.keyboard('{Control>}a{/Control}90{Enter}');

    await isClosed();
    expect(gateway.changes).toEqual([
      {
        method: 'POST',
        path: '/api/tickets/t1/missions/m1/acceptance',
        key: expect.stringMatching(/^[0-9a-f]{32}$/),
        // 14:30 in Paris, in winter.
        body: { appointment: { start: '2026-03-05T13:30:00.000Z', durationMinutes: 90 }, comment: '' },
      },
    ]);
    expect(await screen.findByText(`${ACCEPT} : c'est fait.`)).not.toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe(ACCEPT));
  });

  it('sends nothing while a field has a fault, and says it beside that field until it is mended', async () => {
    const gateway = new FakeGateway();
    const { person, field } = await begin(ACCEPT, allowed('ACCEPT_WORK_ORDER'), gateway);
    const [date, duration] = [field("Date et heure de l'intervention"), field('Durée prévue, en minutes')];

    await person.type(date, 'demain');
    await person.clear(duration);
    await person.type(duration, '3{Enter}');
    expect(describedBy(date)).toContain('Indiquez la date et l’heure, par exemple 05/03/2026 14:30.');
    expect(describedBy(duration)).toContain('Indiquez une durée de 5 minutes à 24 heures, en minutes.');

    await person.type(duration, '0');
    expect(describedBy(duration)).toBe('');
    expect(describedBy(date)).toContain('Indiquez la date');
    expect(date.value).toBe('demain');
    expect(gateway.changes).toEqual([]);
  });

  it('puts what the server refuses beside the field it is about, with all that was typed', async () => {
    const detail = "L'intervention est dans le passé.";
    const fields = [{ field: 'appointment.start', code: 'IN_THE_PAST', detail }];
    const gateway = new FakeGateway().on(ACCEPTANCE, refusal(422, { code: 'INVALID', fields }));
    const { person, field } = await begin(ACCEPT, allowed('ACCEPT_WORK_ORDER'), gateway);
    const date = field("Date et heure de l'intervention");

    await person.type(field('Commentaire'), 'Clé chez la gardienne');
    await person.type(date, '05/03/2026 14:30{Enter}');
    await waitFor(() => expect(describedBy(date)).toContain(detail));
    expect(field('Commentaire').value).toBe('Clé chez la gardienne');
    expect(date.value).toBe('05/03/2026 14:30');
  });

  it('keeps what was typed through a lost connection, and repeats it as the same command', async () => {
    const gateway = new FakeGateway().on(ACCEPTANCE, 'unreachable', { body: aTicket({ version: 2 }) });
    const { person, dialog, field } = await begin(ACCEPT, allowed('ACCEPT_WORK_ORDER'), gateway);

    await person.type(field("Date et heure de l'intervention"), '05/03/2026 14:30{Enter}');
    expect((await dialog.findByRole('alert')).textContent).toContain('Connexion');
    expect(field("Date et heure de l'intervention").value).toBe('05/03/2026 14:30');
    await person.click(dialog.getByRole('button', { name: 'Enregistrer' }));

    await isClosed();
    const [lost, again] = gateway.changes;
    expect(gateway.changes).toHaveLength(2);
    expect(again).toEqual(lost);
  });

  it('does not throw away by Escape what somebody has begun to type', async () => {
    const gateway = new FakeGateway();
    const { person, dialog, field } = await begin(ACCEPT, allowed('ACCEPT_WORK_ORDER'), gateway);
    await person.type(field('Commentaire'), 'Clé chez la gardienne{Escape}');
    expect(field('Commentaire').value).toBe('Clé chez la gardienne');
    await person.click(dialog.getByRole('button', { name: 'Annuler' }));
    await isClosed();
    expect(gateway.changes).toEqual([]);
  });

  it('closes by Escape while nothing is typed', async () => {
    const { person } = await begin(ACCEPT, allowed('ACCEPT_WORK_ORDER'), new FakeGateway());
    await person.keyboard('{Escape}');
    await isClosed();
  });

  it('warns before what cannot be undone, and leads to the list when the ticket is gone', async () => {
    const gateway = new FakeGateway().on('DELETE /api/tickets/t1', { status: 204 });
    const { person, dialog } = await begin('Supprimer le ticket', allowed('DELETE', ''), gateway);
    expect(dialog.getByRole('alert').textContent).toContain('cette action est irréversible');
    expect(gateway.changes).toEqual([]);
    await person.click(dialog.getByRole('button', { name: 'Supprimer définitivement' }));
    await screen.findByText('La liste');
    expect(gateway.changes).toMatchObject([{ method: 'DELETE', path: '/api/tickets/t1' }]);
  });
});
