import 'reflect-metadata';
import { migrate } from '@intervia/mongo';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { mongo } from 'mongoose';
import { startStack, open } from '../../testing/stack.js';
import type { Stack } from '../../testing/stack.js';
import { TICKET_MIGRATIONS } from './migrations.js';

jest.setTimeout(60_000);

describe('what older releases of the tickets have stored', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  });
  afterAll(() => stack.stop());

  const ofBefore = async (status: string) => {
    const { id } = await open(stack);
    await stack.model.updateOne(
      { _id: id },
      { $set: { 'missions.0.status': status, timers: [] }, $unset: { nextDueAt: 1 } },
    );
    return id;
  };

  it('tickets that wait without any timer get the one of their status, others stay as they are', async () => {
    const [waiting, refused] = [await ofBefore('AWAITING_COMPLETION'), await ofBefore('WORK_ORDER_REFUSED')];
    const db = stack.model.db.db as mongo.Db;
    await db.collection('schemaVersion').deleteMany({});
    const dry = await migrate(db, TICKET_MIGRATIONS, { dryRun: true });
    expect(dry).toMatchObject([{ version: 1, documents: 1 }]);
    expect(await migrate(db, TICKET_MIGRATIONS)).toMatchObject([{ version: 1, documents: 1 }]);
    const mended = await stack.model.findById(waiting).lean();
    expect(mended?.timers).toMatchObject([{ kind: 'COMPLETION_REMINDER', sent: 0 }]);
    expect(mended?.nextDueAt).toEqual(mended?.timers[0]?.dueAt);
    expect(await stack.model.findById(refused).lean()).toMatchObject({ timers: [] });
  });
});
