import { describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';

const WAITING = { name: 'waiting', help: 'What waits.', labels: ['where'] } as const;

describe('Metrics', () => {
  it('reads what stands elsewhere when it is asked, from each who knows a part', async () => {
    const metrics = new Metrics('tickets');
    let count = 1;
    metrics.watch(WAITING, async () => [{ labels: { where: 'a' }, value: count }]);
    metrics.watch(WAITING, async () => [{ labels: { where: 'b' }, value: 5 }]);
    count = 7;
    const text = await metrics.registry.getSingleMetricAsString('waiting');
    expect(text).toContain('waiting{where="a",service="tickets"} 7');
    expect(text).toContain('waiting{where="b",service="tickets"} 5');
  });

  it('leaves out what cannot be read, and says no value of before', async () => {
    const metrics = new Metrics('tickets');
    let works = true;
    metrics.watch(WAITING, async () => {
      if (!works) throw new Error('the database is away');
      return [{ labels: { where: 'a' }, value: 3 }];
    });
    expect(await metrics.registry.getSingleMetricAsString('waiting')).toContain(' 3');
    works = false;
    expect(await metrics.registry.getSingleMetricAsString('waiting')).not.toContain('where="a"');
  });

  it('gives the one that is there to whoever names it again', () => {
    const metrics = new Metrics('tickets');
    const sent = { name: 'sent_total', help: 'Sent.', labels: ['channel'] } as const;
    expect(metrics.counter(sent)).toBe(metrics.counter(sent));
    expect(metrics.durations({ ...sent, name: 'took_seconds' })).toBe(
      metrics.durations({ ...sent, name: 'took_seconds' }),
    );
  });
});
