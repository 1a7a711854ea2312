import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TicketFields } from './adapters/mongo/ticket/ticket.schema.js';
import { AnchorHistoriesHandler } from './application/history/anchor-histories.handler.js';
import { Anchors } from './application/ports/anchors.js';
import { verifyHistories } from './verify-histories.js';
import { byContractor, byUser, command } from './testing/requests.js';
import { known, missionOf, open, startStack } from './testing/stack.js';
import type { Stack } from './testing/stack.js';

jest.setTimeout(60_000);

let folder: string;
let stack: Stack;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intervia-anchors-'));
  stack = await startStack({
    env: { HISTORY_KEY: 'a key of at least thirty-two letters', ANCHORS_DIR: folder },
  });
});
afterAll(async () => {
  await stack?.stop();
  await rm(folder, { recursive: true, force: true });
});

const verify = (ticketId: string) => stack.tickets.verifyHistory({ caller: byUser(), ticketId });

const storedOf = async (id: string): Promise<TicketFields> =>
  known((await stack.model.findById(id).lean<TicketFields>()) ?? undefined);

async function lived(): Promise<string> {
  const ticket = await open(stack);
  const context = () => command(byContractor(missionOf(ticket)));
  for (const text of ['un', 'deux']) {
    await stack.tickets.postMessage({ context: context(), ticketId: ticket.id, text });
  }
  return ticket.id;
}

const anchorAnew = async (): Promise<void> => {
  for (const name of await readdir(folder)) await rm(join(folder, name));
  await stack.app.get(AnchorHistoriesHandler).execute();
};

describe('the history of a ticket', () => {
  it('is whole, keyed, and anchored once a day', async () => {
    const id = await lived();
    expect(await verify(id)).toMatchObject({ intact: true, keyed: true, brokenAt: 0, anchoredOn: '' });
    await anchorAnew();
    await anchorAnew();
    expect(await readdir(folder)).toHaveLength(1);
    const [name] = await readdir(folder);
    expect(await verify(id)).toMatchObject({ intact: true, anchoredOn: name?.slice(0, 10) });
  });

  it('shows a change that somebody made in the database', async () => {
    const id = await lived();
    const { history } = await storedOf(id);
    await stack.model.updateOne({ _id: id }, { $set: { [`history.${history.length - 2}.text`]: 'autre' } });
    expect(await verify(id)).toMatchObject({ intact: false, brokenAt: history.length - 1 });
  });

  it('shows what was cut off its end, which no chain can tell', async () => {
    const id = await lived();
    await anchorAnew();
    const { history } = await storedOf(id);
    await stack.model.updateOne({ _id: id }, { $set: { history: history.slice(0, -1) } });
    expect(await verify(id)).toMatchObject({ intact: false, brokenAt: history.length, anchoredOn: '' });
  });

  it('believes no file of anchors that was changed', async () => {
    const id = await lived();
    await anchorAnew();
    const [name = ''] = await readdir(folder);
    const text = await readFile(join(folder, name), 'utf8');
    await writeFile(join(folder, name), text.replace('"entries":', '"entries":1'));
    await expect(stack.app.get(Anchors).find(known(byUser().agencyId), id)).rejects.toMatchObject({
      code: 'ANCHOR_BROKEN',
    });
  });
});

describe('all histories at once', () => {
  const verifyAll = () =>
    verifyHistories({
      ...{ mongoUri: stack.env.MONGODB_URI, dbName: stack.env.MONGODB_DB },
      ...{ historyKey: stack.env.HISTORY_KEY, anchorsDir: folder },
    });
  const brokenOf = async (ticketId: string) =>
    (await verifyAll()).broken.flatMap((one) => (one.ticketId === ticketId ? one.breach : []));

  it('tell what was changed, cut at its end, or dropped with its ticket, and nothing of one that was deleted', async () => {
    await stack.model.deleteMany({});
    const [whole, changed, cut, gone, deleted] = [
      await lived(),
      await lived(),
      await lived(),
      await lived(),
      await lived(),
    ];
    await anchorAnew();
    expect(await verifyAll()).toMatchObject({ tickets: 5, anchored: 5, broken: [] });
    await stack.model.updateOne({ _id: changed }, { $set: { 'history.1.text': 'autre' } });
    await stack.model.updateOne({ _id: cut }, { $pop: { history: 1 } });
    await stack.model.deleteOne({ _id: gone });
    await stack.tickets.deleteTicket({ context: command(), ticketId: deleted });
    expect(await Promise.all([whole, changed, cut, gone, deleted].map(brokenOf))).toEqual([
      ...[[], ['changed'], ['cut'], ['gone'], []],
    ]);
  });
});
