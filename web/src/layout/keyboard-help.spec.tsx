/** @jest-environment ./web/jest-browser.mjs */
import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { aSession } from '../testing/agency.builder.js';
import { FakeGateway } from '../testing/fake-gateway.js';
import { show } from '../testing/show.js';
import { KeyboardHelp } from './keyboard-help.js';

const PAGE = (
  <>
    <input aria-label="Rechercher" />
    <KeyboardHelp />
  </>
);

it('"?" shows what the keyboard does, Escape hides it; in a field it is a character', async () => {
  const { person } = show(PAGE, new FakeGateway(), aSession(), { route: '/', at: '/' });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Rechercher' });
  await person.type(field, '?');
  expect(field.value).toBe('?');
  expect(screen.queryByRole('dialog')).toBeNull();
  field.blur();
  await person.keyboard('?');
  const sheet = await screen.findByRole('dialog', { name: 'Raccourcis clavier' });
  expect(sheet.textContent).toContain('Faire la prochaine étape proposée');
  await person.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
