import { decode, decodeFields } from '../bson/decode.js';
import { MongoError } from '../errors.js';
import type { Plan } from '../plan/planner.js';
import { scan, type ScanStats } from '../plan/scan.js';
import type { Collection } from '../storage/catalog.js';
import type { Store } from '../storage/store.js';
import type { Doc } from '../values/kinds.js';
import { type Match, matches, rootsOfMatch } from './match.js';
import { compareSortKeys, type Sort, type SortKey, sortKey } from './sort.js';

/** A document that was found. It is decoded when somebody asks for it: many are only sent on, or counted. */
export class Hit {
  private decoded: Doc | undefined;

  constructor(
    readonly record: number,
    readonly bytes: Buffer,
  ) {}

  get doc(): Doc {
    this.decoded ??= decode(this.bytes);
    return this.decoded;
  }

  /** Some of its top-level fields. */
  fields(names: ReadonlySet<string>): Doc {
    return this.decoded ?? decodeFields(this.bytes, names);
  }
}

/** Yielded now and then, so that whoever pulls may let the event loop turn. */
export const PAUSE: unique symbol = Symbol('pause');
export type Pausing<T> = Generator<T | typeof PAUSE>;

export interface Search {
  readonly collection: Collection;
  readonly match: Match;
  readonly plan: Plan;
  readonly sort: Sort;
  readonly skip: number;
  /** Infinity: no limit. */
  readonly limit: number;
  readonly stats: ScanStats;
}

const PAUSE_EVERY = 64;
const MAX_SORT_BYTES = 100 * 1024 * 1024;

function* filtered(store: Store, { collection, match, plan, stats }: Search): Pausing<Hit> {
  let examined = 0;
  const looked = new Set(rootsOfMatch(match));
  for (const { record, bytes } of scan(store, collection, plan, stats)) {
    if (++examined % PAUSE_EVERY === 0) yield PAUSE;
    const hit = new Hit(record, bytes);
    if (matches(match, hit.fields(looked))) yield hit;
  }
}

interface Ranked {
  readonly hit: Hit;
  readonly key: SortKey;
  readonly order: number;
}

/** Keeps the first `keep` of a sort, and never more than twice as many in memory. */
class TopSorter {
  private ranked: Ranked[] = [];
  private bytes = 0;
  private order = 0;

  constructor(
    private readonly sort: Sort,
    private readonly keep: number,
  ) {}

  add(hit: Hit): void {
    this.ranked.push({ hit, key: sortKey(this.sort, hit.doc), order: this.order++ });
    this.bytes += hit.bytes.length;
    if (this.ranked.length > 2 * this.keep + 16) this.cut();
    if (this.bytes > MAX_SORT_BYTES) {
      throw new MongoError(
        'QueryExceededMemoryLimit',
        'Sort exceeded memory limit of 104857600 bytes; add an index or a limit',
      );
    }
  }

  sorted(): readonly Hit[] {
    this.cut();
    return this.ranked.map(({ hit }) => hit);
  }

  private cut(): void {
    this.ranked.sort((a, b) => compareSortKeys(this.sort, a.key, b.key) || a.order - b.order);
    this.ranked.length = Math.min(this.ranked.length, this.keep);
    this.bytes = this.ranked.reduce((sum, { hit }) => sum + hit.bytes.length, 0);
  }
}

export const isSortedBy = (plan: Plan, sort: Sort): boolean =>
  sort.length === 0 || (plan.kind === 'ixscan' && plan.isSorted);

function* ordered(store: Store, search: Search): Pausing<Hit> {
  if (isSortedBy(search.plan, search.sort)) {
    yield* filtered(store, search);
    return;
  }
  const sorter = new TopSorter(search.sort, search.skip + search.limit);
  for (const hit of filtered(store, search)) {
    if (hit === PAUSE) yield PAUSE;
    else sorter.add(hit);
  }
  yield* sorter.sorted();
}

export function* search(store: Store, request: Search): Pausing<Hit> {
  const { skip, limit } = request;
  let position = 0;
  if (limit === 0) return;
  for (const hit of ordered(store, request)) {
    if (hit === PAUSE) {
      yield PAUSE;
      continue;
    }
    position += 1;
    if (position > skip) yield hit;
    if (position - skip >= limit) return;
  }
}

/** Without a pause: for write jobs, which must not be interrupted. */
export function* atOnce<T>(values: Pausing<T>): Generator<T> {
  for (const value of values) if (value !== PAUSE) yield value;
}

const TURN_MS = 8;
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Long reads give way to the other connections. */
export async function* inTurns<T>(values: Pausing<T>): AsyncGenerator<T> {
  let since = performance.now();
  for (const value of values) {
    if (value !== PAUSE) yield value;
    else if (performance.now() - since > TURN_MS) {
      await nextTurn();
      since = performance.now();
    }
  }
}
