import 'reflect-metadata';
import { Module } from '@intervia/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { byUser } from './testing/requests.js';
import { startStack } from './testing/stack.js';
import type { Stack } from './testing/stack.js';

const OWNER = byUser('agency-views');
const LATE = { name: 'Mes retards', address: 'file=en-retard' };
const LIFTS = { name: 'Ascenseurs', address: 'recherche=ascenseur' };
// Real servers, on machines that may have other work.
jest.setTimeout(60_000);

let stack: Stack;

const viewsOf = async (caller = OWNER, module = Module.SYNDIC) => {
  const { views } = await stack.tickets.listOwnViews({ caller, module });
  return views.map(({ name, address }) => ({ name, address }));
};

const save = (view: typeof LATE) => stack.tickets.saveOwnView({ caller: OWNER, module: Module.SYNDIC, view });

beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

describe('own views', () => {
  it('are kept for one user in one module, also when two tabs save at once', async () => {
    expect(await viewsOf()).toEqual([]);
    await Promise.all([save(LATE), save(LIFTS)]);
    expect(await viewsOf()).toHaveLength(2);
    expect(await viewsOf(OWNER, Module.GERANCE)).toEqual([]);
    expect(await viewsOf(byUser('agency-elsewhere'))).toEqual([]);
    expect(await viewsOf(byUser('agency-views', 'user-2'))).toEqual([]);
  });

  it('give way to one of the same name, and go', async () => {
    await save({ ...LATE, address: 'file=urgents' });
    expect(await viewsOf()).toContainEqual({ name: 'Mes retards', address: 'file=urgents' });
    const asked = { caller: OWNER, module: Module.SYNDIC, name: 'Mes retards' };
    expect((await stack.tickets.removeOwnView(asked)).views).toHaveLength(1);
    expect((await stack.tickets.removeOwnView(asked)).views).toHaveLength(1);
    expect(await viewsOf()).toEqual([LIFTS]);
  });

  it('are refused without a name', async () => {
    await expect(save({ ...LATE, name: ' ' })).rejects.toMatchObject({ code: 'INVALID_COMMAND' });
  });
});
