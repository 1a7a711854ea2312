/** @jest-environment ./web/jest-browser.mjs */
import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aBuilding, aContractor, aSession } from '../testing/agency.builder.js';
import { FakeGateway } from '../testing/fake-gateway.js';
import { show } from '../testing/show.js';
import { Finder } from './finder.js';

const nothing = () =>
  new FakeGateway()
    .get('/api/tickets', { tickets: [], nextCursor: '' })
    .get('/api/units', { units: [] })
    .get('/api/buildings', { buildings: [], unitsOnlyIds: [] })
    .get('/api/contractors', { contractors: [], trades: [] });

const PLACE = {
  route: '/tickets/:module',
  at: '/tickets/syndic',
  others: { '/preferences': <p>La page des préférences</p> },
};

it('finds buildings, contractors and settings', async () => {
  const gateway = nothing()
    .get('/api/buildings', { buildings: [aBuilding()], unitsOnlyIds: [] })
    .get('/api/contractors', { contractors: [aContractor()], trades: [] });
  const { person } = show(<Finder asked={1} />, gateway, aSession(), PLACE);
  await person.type(await screen.findByPlaceholderText(/Un ticket, une personne/), 'pref');
  await screen.findAllByText('Les Tilleuls');
  await screen.findByText('Plomberie Durand');
  await screen.findByText('Préférences');
});

it('says that nothing is found, and takes the first by Enter, also while it still looks', async () => {
  const { person } = show(<Finder asked={1} />, nothing(), aSession(), PLACE);
  const field = await screen.findByPlaceholderText(/Un ticket, une personne/);
  await person.type(field, 'rien de tel');
  await screen.findByText(/Rien ne correspond/);
  await person.clear(field);
  await person.type(field, 'préf{Enter}');
  await screen.findByText('La page des préférences');
});

it('says that it could not look', async () => {
  const { person } = show(<Finder asked={1} />, new FakeGateway(), aSession(), PLACE);
  await person.type(await screen.findByPlaceholderText(/Un ticket, une personne/), 'tilleuls');
  expect(await screen.findByRole('alert')).toBeTruthy();
});
