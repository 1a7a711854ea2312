/** @jest-environment ./web/jest-browser.mjs */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { http } from '../api/http/http.js';
import { useSession } from '../api/session.js';
import { aSession } from '../testing/agency.builder.js';
import { FakeGateway, refusal } from '../testing/fake-gateway.js';
import { show } from '../testing/show.js';
import { StaffSignInAgain } from './staff-sign-in-again.js';

const ENDED = refusal(401, { code: 'SESSION_EXPIRED', detail: 'Votre session a expiré.' });
const NOTE = 'Le gardien rappelle demain.';

/** A page on which something is typed and saved. */
function Page() {
  const { data: session } = useSession();
  const [text, setText] = useState('');
  const save = useMutation({ mutationFn: () => http.post('/api/notes', { text }, 'key-1') });
  if (!session) return <p>Connexion</p>;
  return (
    <>
      <input aria-label="Note" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <button type="button" onClick={() => save.mutate()}>
        Enregistrer
      </button>
      {save.isSuccess && <p>Enregistré</p>}
      <StaffSignInAgain />
    </>
  );
}

const open = (gateway: FakeGateway) => show(<Page />, gateway, aSession(), { route: '/', at: '/' });

async function saves(gateway: FakeGateway) {
  const { person } = open(gateway);
  await person.type(screen.getByRole('textbox', { name: 'Note' }), NOTE);
  await person.click(screen.getByRole('button', { name: 'Enregistrer' }));
  return person;
}

const notes = (gateway: FakeGateway) => gateway.changes.filter(({ path }) => path === '/api/notes');

describe('a session that ends', () => {
  it('is opened again over the page, and what was being saved is saved under its key', async () => {
    const gateway = new FakeGateway()
      .on('POST /api/notes', ENDED, { body: {} })
      .on('GET /api/session', ENDED, { body: { ...aSession(), csrfToken: 'new' } })
      .on('POST /api/session', refusal(401, { code: 'INVALID_CREDENTIALS', detail: 'Inexact.' }), {
        body: {},
      });
    const person = await saves(gateway);
    await screen.findByRole('dialog', { name: 'Reconnectez-vous' });
    const password = screen.getByLabelText('Mot de passe');
    await person.type(password, 'faux{Enter}');
    await screen.findByText('Inexact.');
    await person.clear(password);
    await person.type(password, 'juste{Enter}');
    await screen.findByText('Enregistré');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Note' }).value).toBe(NOTE);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(notes(gateway)).toEqual([
      expect.objectContaining({ key: 'key-1', body: { text: NOTE } }),
      expect.objectContaining({ key: 'key-1', body: { text: NOTE } }),
    ]);
  });

  it('asks nothing of who has signed in again in another tab', async () => {
    const gateway = new FakeGateway()
      .on('POST /api/notes', refusal(403, { code: 'CSRF_TOKEN_INVALID' }), { body: {} })
      .get('/api/session', { ...aSession(), csrfToken: 'new' });
    await saves(gateway);
    await screen.findByText('Enregistré');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leaves the page when its person does not come back', async () => {
    const gateway = new FakeGateway().on('POST /api/notes', ENDED).on('GET /api/session', ENDED);
    const person = await saves(gateway);
    await person.click(await screen.findByRole('button', { name: 'Abandonner et quitter la page' }));
    await screen.findByText('Connexion');
    expect(notes(gateway)).toHaveLength(1);
  });
});
