/** @jest-environment ./web/jest-browser.mjs */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { aSession } from '../testing/agency.builder.js';
import { FakeGateway, refusal } from '../testing/fake-gateway.js';
import { show } from '../testing/show.js';
import OpenPage from './open-page.js';

const SPENT = refusal(409, { code: 'SIGN_IN_LINK_SPENT', detail: 'Ce lien a déjà servi.' });

function open(gateway: FakeGateway, secret: string) {
  window.history.replaceState(null, '', `/open/syndic/t1#${secret}`);
  show(<OpenPage />, gateway, aSession(), { route: '/open/:module/:id', at: '/open/syndic/t1' });
}

describe('the page behind a link of LSC', () => {
  it('signs in once by what stands behind the "#", which the address does not hold any more', async () => {
    const gateway = new FakeGateway()
      .on('POST /api/session/link', { body: aSession() })
      .on('GET /api/session', { body: aSession() });
    open(gateway, 'first-secret');
    await waitFor(() => expect(screen.queryByText('Connexion en cours…')).toBeNull());
    expect(gateway.changes).toEqual([
      expect.objectContaining({ path: '/api/session/link', body: { link: 'first-secret' } }),
    ]);
    expect(window.location.hash).toBe('');
  });

  it('says that it is spent, and offers to sign in', async () => {
    open(new FakeGateway().on('POST /api/session/link', SPENT), 'second-secret');
    expect((await screen.findByRole('alert')).textContent).toContain('Ce lien a déjà servi.');
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Ouvrir le ticket en se connectant' });
    expect(link.getAttribute('href')).toBe('/tickets/syndic/t1');
  });
});
