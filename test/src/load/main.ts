import { parseArgs } from 'node:util';
import { benchCaf } from './caf.bench.js';
import { benchListPage } from './list-page.bench.js';
import { benchList } from './list.bench.js';
import { benchProperty } from './property.bench.js';
import { benchRpc } from './rpc.bench.js';
import { benchStart } from './start.bench.js';
import { benchTickets } from './tickets.bench.js';
import { benchTimers } from './timers.bench.js';
import type { Measure } from './measure.js';

interface Options {
  /** Of `property`. */
  readonly saves: number;
}

/** Every benchmark by its name: `npm run bench` runs all, `npm run bench -- NAME` one. */
const BENCHES: Record<string, (options: Options) => AsyncIterable<Measure>> = {
  rpc: benchRpc,
  tickets: benchTickets,
  'list-page': benchListPage,
  list: benchList,
  timers: benchTimers,
  caf: benchCaf,
  property: benchProperty,
  start: benchStart,
};

const { positionals: wanted, values } = parseArgs({
  allowPositionals: true,
  options: { saves: { type: 'string', default: '10000' } },
});
const options: Options = { saves: Number(values.saves) };
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`Unknown benchmark: ${unknown.join(', ')}. Known: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) {
  for await (const measure of BENCHES[name]!(options)) console.log(JSON.stringify(measure));
}
