import { eventually } from '@intervia/testing';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectVisible } from '../journey/expect-visible.js';
import { fillReplacement, recordSharerGone } from '../journey/sharers.js';
import type { WizardPage } from '../journey/wizard-page.js';
import type { ApiClient } from '../platform/api-client.js';
import type { DeskDrafts } from './desk-drafts.js';
import { aName } from './desk-drafts.js';
import { cutOnce, saidOf } from './desk-page.js';

interface Desk {
  readonly page: Page;
  readonly wizard: WizardPage;
  readonly api: ApiClient;
  readonly drafts: DeskDrafts;
  /** Address of the gateway. */
  readonly base: string;
}

interface SharedLease {
  id: string;
  sharers: { id: string; partyId: string; leftOn: string; replacesSharerId: string }[];
  guarantors: { sharerId: string; until: string }[];
}

interface TenantFile {
  lease: SharedLease;
  sharerParties: { id: string; name: string }[];
}

/** A lease that begins before the one before it ends; then on the day after that one's end. */
export async function meetOverlap({ page, wizard, api, drafts, base }: Desk): Promise<void> {
  const unitId = await drafts.vacantUnit();
  const leaseId = await drafts.let(unitId, aName());
  const id = await drafts.tenant(unitId, aName());
  const notice = { reason: 'TENANT_NOTICE', receivedOn: drafts.day(0), leavesOn: drafts.day(60) };
  await api.post(`/api/property/tenants/${leaseId}/notices`, { notice });
  await page.goto(`${base}/property/drafts/${id}?step=lease`);
  await wizard.isAt('Le bail et la GLI', 'Bail et GLI');
  await wizard.next();
  const effect = page.getByRole('textbox', { name: 'Prend effet le', exact: true });
  await eventually(
    async () => /Un bail court déjà sur ce lot/.test(await saidOf(page, effect)) || undefined,
    { what: 'the lease in the way, at its field' },
  );
  expect(await effect.inputValue()).toBe(written(drafts.day(10)));
  await effect.fill(written(drafts.day(61)));
  await wizard.next();
  await eventually(async () => !/Un bail court déjà/.test(await saidOf(page, effect)) || undefined, {
    what: 'no lease in the way any more',
  });
  await drafts.remove(id);
}

/** One leaves, another takes the place; a day that does not exist, and an answer that is lost. */
export async function replaceSharer({ page, api, drafts, base }: Desk): Promise<void> {
  const { id, sharers } = await aFlatShare(api);
  const leaver = sharers.find(({ leftOn }) => leftOn === '');
  const { sharerParties } = await tenantOf(api, id);
  const name = sharerParties.find((party) => party.id === leaver?.partyId)?.name ?? '';
  await page.goto(`${base}/property/tenants/${id}`);
  await recordSharerGone(page, base, name, written(drafts.day(0)));
  const entering = { lastName: aName(), firstName: 'Noé', on: '31/02/2027' };
  const dialog = await fillReplacement(page, base, entering);
  const save = dialog.getByRole('button', { name: 'Enregistrer l’entrée' });
  await save.click();
  await expectVisible(dialog.getByText(/Cette date n’existe pas/));
  await dialog.getByRole('textbox', { name: 'Entré(e) en colocation le' }).fill(written(drafts.day(5)));
  // It arrives, and its answer is lost.
  await cutOnce(page, '/sharers', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await save.click();
  await expectVisible(dialog.getByRole('alert'));
  await save.click();
  await expectVisible(page.getByText(`remplace ${name}`));
  const { lease } = await tenantOf(api, id);
  expect(lease.sharers.filter(({ replacesSharerId }) => replacesSharerId === leaver?.id)).toHaveLength(1);
  const guarantors = lease.guarantors.filter(({ sharerId }) => sharerId === leaver?.id);
  expect(guarantors.map(({ until }) => until)).toEqual(guarantors.map(() => drafts.day(5)));
}

async function aFlatShare(api: ApiClient): Promise<SharedLease> {
  const path = '/api/property/tenants?presentOnly=true&limit=100';
  const { leases } = await api.get<{ leases: { lease: SharedLease }[] }>(path);
  const found = leases.find(({ lease }) => lease.sharers.filter(({ leftOn }) => leftOn === '').length > 1);
  if (!found) throw new Error('the agency has no flat-share whose sharers are there');
  return found.lease;
}

const tenantOf = async (api: ApiClient, leaseId: string): Promise<TenantFile> =>
  (await api.get<{ tenant: TenantFile }>(`/api/property/tenants/${leaseId}`)).tenant;

const written = (day: string): string => day.split('-').toReversed().join('/');
