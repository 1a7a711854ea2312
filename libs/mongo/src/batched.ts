import DataLoader from 'dataloader';

/** More in one command would keep the others of its connection waiting. */
const AT_ONCE = 500;

/**
 * Questions that come while one is on its way to the database go together as the next: the busier, the fewer commands a
 * question, and nobody waits for company. `load` answers in the order of its keys, with an error for one
 * that failed alone; what it throws, all of them get.
 */
export function batched<K, V>(
  load: (keys: readonly K[]) => Promise<readonly (V | Error)[]>,
): (key: K) => Promise<V> {
  let underWay: Promise<unknown> = Promise.resolve();
  const loader = new DataLoader<K, V>(
    (keys) => {
      const answers = load(keys);
      underWay = answers.catch(() => undefined);
      return answers;
    },
    {
      cache: false,
      maxBatchSize: AT_ONCE,
      // Not at once even when nothing is on its way: what one read of a socket brings belongs together.
      batchScheduleFn: (dispatch) => void underWay.then(() => setImmediate(dispatch)),
    },
  );
  return (key) => loader.load(key);
}

/** Look-ups by id, `batched`, each of its agency. */
export function batchedByAgency<T>(
  load: (agencyId: string, ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): (agencyId: string, id: string) => Promise<T | undefined> {
  const find = batched<{ agencyId: string; id: string }, T | undefined>(async (keys) => {
    const byAgency = Map.groupBy(keys, ({ agencyId }) => agencyId);
    const found = await Promise.all(
      [...byAgency].map(async ([agencyId, ofAgency]) => {
        const ids = [...new Set(ofAgency.map(({ id }) => id))];
        return [agencyId, await load(agencyId, ids)] as const;
      }),
    );
    const loaded = new Map(found);
    return keys.map(({ agencyId, id }) => loaded.get(agencyId)?.get(id));
  });
  return (agencyId, id) => find({ agencyId, id });
}
