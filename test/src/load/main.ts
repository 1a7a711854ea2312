import { benchCaf } from './caf.bench.js';
import { benchListPage } from './list-page.bench.js';
import { benchList } from './list.bench.js';
import { benchRpc } from './rpc.bench.js';
import { benchTickets } from './tickets.bench.js';
import { benchTimers } from './timers.bench.js';
import type { Measure } from './measure.js';

/** Every benchmark by its name: `npm run bench` runs all, `npm run bench -- NAME` one. */
const BENCHES: Record<string, () => AsyncIterable<Measure>> = {
  rpc: benchRpc,
  tickets: benchTickets,
  'list-page': benchListPage,
  list: benchList,
  timers: benchTimers,
  caf: benchCaf,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`Unknown benchmark: ${unknown.join(', ')}. Known: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) {
  for await (const measure of BENCHES[name]!()) console.log(JSON.stringify(measure));
}
