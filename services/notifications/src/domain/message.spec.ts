import { describe, expect, it } from '@jest/globals';
import { aMessage } from '../testing/message.builder.js';
import type { Outcome, Status } from './message.js';
import { TRANSITIONS, decideAfter } from './message.js';

const LAST_ATTEMPT = 28;

const OUTCOMES: Readonly<Record<Outcome['kind'], Outcome>> = {
  accepted: { kind: 'accepted' },
  deferred: { kind: 'deferred', detail: 'later' },
  refused: { kind: 'refused', detail: 'no' },
  'not-rendered': { kind: 'not-rendered', detail: 'no variable' },
  unknown: { kind: 'unknown', detail: 'timeout' },
};

describe('decideAfter', () => {
  const pairs = (['queued', 'sending'] as const).flatMap((status) =>
    Object.values(OUTCOMES).flatMap((outcome) =>
      [1, LAST_ATTEMPT].map((attempts) => ({ status, outcome, attempts })),
    ),
  );

  it.each(pairs)('goes from $status after $outcome.kind at attempt $attempts where it may', (pair) => {
    const { status } = decideAfter(aMessage(pair), pair.outcome);
    // An acceptance is only possible after the hand-over was journaled.
    const from: Status =
      pair.outcome.kind === 'accepted' || pair.outcome.kind === 'unknown' ? 'sending' : pair.status;
    expect(TRANSITIONS[from]).toContain(status);
  });

  it('can reach every final state, and leaves none', () => {
    const reachable = new Set(pairs.map((pair) => decideAfter(aMessage(pair), pair.outcome).status));
    expect(reachable).toEqual(new Set(['queued', 'sending', 'sent', 'failed']));
    const { delivered, failed, silenced } = TRANSITIONS;
    expect([delivered, failed, silenced]).toEqual([[], [], []]);
  });

  it('waits longer after each attempt, half an hour at most', () => {
    const waits = [1, 2, 3, 20].map(
      (attempts) => decideAfter(aMessage({ attempts }), OUTCOMES.deferred).retryInMs,
    );
    expect(waits).toEqual([2_000, 4_000, 8_000, 1_800_000]);
  });

  it('stays uncertain when an attempt after an unanswered one is hindered', () => {
    expect(decideAfter(aMessage({ status: 'sending' }), OUTCOMES.deferred).status).toBe('sending');
  });

  it('says whether a message given up was perhaps sent', () => {
    const last = { attempts: LAST_ATTEMPT };
    expect(decideAfter(aMessage(last), OUTCOMES.deferred).reason?.code).toBe('GIVEN_UP');
    expect(decideAfter(aMessage(last), OUTCOMES.unknown).reason?.code).toBe('UNCERTAIN');
  });

  it('says of a mail that was sent in the shipped words why, unless there is worse to say', () => {
    const wordingFault = 'undefined variable: invoice';
    const sent = decideAfter(aMessage(), { kind: 'accepted', wordingFault });
    expect(sent).toMatchObject({ status: 'sent', reason: { code: 'SHIPPED_WORDING', detail: wordingFault } });
    const partly = decideAfter(aMessage(), { kind: 'accepted', wordingFault, refusals: ['550'] });
    expect(partly.reason?.code).toBe('SOME_REFUSED');
  });

  it('tries again only those recipients that were not settled', () => {
    const change = decideAfter(aMessage(), { kind: 'accepted', later: ['c@d.example'], refusals: [] });
    expect(change).toMatchObject({ status: 'queued', settled: ['a@b.example'], retryInMs: 2_000 });
  });

  it('is sent, and says so, when some recipients are refused for good', () => {
    const message = aMessage({ refusals: ['a@b.example unknown'] });
    expect(decideAfter(message, { kind: 'accepted' })).toMatchObject({
      status: 'sent',
      reason: { code: 'SOME_REFUSED', detail: 'a@b.example unknown' },
    });
  });
});
