import { HealthRegistry, METRICS, Metrics } from '@intervia/observability';
import type { RunningServer } from '@intervia/testing';
import { eventually, startRedis } from '@intervia/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Queue } from 'bullmq';
import { openRedis } from './open-redis.js';
import { Workshop } from './workshop.js';

// Outages, which these tests provoke, are told in the log.
Logger.overrideLogger(false);

let redis: RunningServer;

beforeAll(async () => {
  redis = await startRedis();
});

afterAll(() => redis.stop());

it('a workshop does what the database holds, at once and again when Redis comes back', async () => {
  const todo = new Set(['before']);
  const done: string[] = [];
  const client = openRedis(redis.url, new Logger());
  const queue = new Queue<string>('tasks', { connection: client });
  queue.on('error', () => undefined);
  const health = new HealthRegistry();
  const metrics = new Metrics('tasks');
  const refill = async (): Promise<void> => {
    await queue.addBulk([...todo].map((task) => ({ name: 'do', data: task, opts: { jobId: task } })));
  };
  const workshop = new Workshop({ redisUrl: redis.url, health, metrics, refill });
  const work = async ({ data }: { data: string }): Promise<void> => {
    todo.delete(data);
    done.push(data);
  };
  workshop.open([{ queue: 'tasks', work, concurrency: 1 }]);
  await eventually(() => done.includes('before') || undefined, { what: 'the first', timeoutMs: 30_000 });

  await redis.kill();
  todo.add('meanwhile');
  await redis.restart();
  await eventually(() => done.includes('meanwhile') || undefined, { what: 'the second', timeoutMs: 30_000 });
  expect(done).toEqual(['before', 'meanwhile']);
  expect(await health.report()).toEqual({ status: 'up', checks: { redis: 'up' } });

  await queue.add('do', 'later', { delay: 3_600_000 });
  const counts = await metrics.registry.getSingleMetricAsString(METRICS.queueJobs.name);
  expect(counts).toContain('queue_jobs{queue="tasks",state="delayed",service="tasks"} 1');

  await workshop.close();
  await queue.close();
  client.disconnect();
});
