import { parseArgs } from 'node:util';
import type { Measure } from './measure.js';

interface Options {
  /** Of `property`. */
  readonly saves: number;
  /** Of `caf-service`. */
  readonly tenants: number;
  /** Of `reports`. */
  readonly tickets: number;
}

type Bench = (options: Options) => AsyncIterable<Measure>;

/**
 * Every benchmark by its name: `npm run bench` runs all, `npm run bench -- NAME` one. Loaded when it runs: its memory is
 * its own.
 */
const BENCHES: Record<string, () => Promise<Bench>> = {
  rpc: async () => (await import('./rpc.bench.js')).benchRpc,
  facts: async () => (await import('./facts.bench.js')).benchFacts,
  tickets: async () => (await import('./tickets/tickets.bench.js')).benchTickets,
  'list-page': async () => (await import('./tickets/list-page.bench.js')).benchListPage,
  list: async () => (await import('./tickets/list.bench.js')).benchList,
  timers: async () => (await import('./tickets/timers.bench.js')).benchTimers,
  caf: async () => (await import('./caf.bench.js')).benchCaf,
  'caf-service': async () => {
    const { benchCafService } = await import('./caf-service.bench.js');
    return ({ tenants }) => benchCafService(tenants);
  },
  lsc: async () => (await import('./lsc.bench.js')).benchLsc,
  property: async () => (await import('./property.bench.js')).benchProperty,
  reports: async () => {
    const { benchReports } = await import('./reports.bench.js');
    return ({ tickets }) => benchReports(tickets);
  },
  start: async () => (await import('./start.bench.js')).benchStart,
};

const { positionals: wanted, values } = parseArgs({
  allowPositionals: true,
  options: {
    saves: { type: 'string', default: '10000' },
    tenants: { type: 'string', default: '10000' },
    tickets: { type: 'string', default: '100000' },
  },
});
const options: Options = {
  ...{ saves: Number(values.saves), tenants: Number(values.tenants) },
  tickets: Number(values.tickets),
};
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`Unknown benchmark: ${unknown.join(', ')}. Known: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) {
  const bench = await BENCHES[name]!();
  for await (const measure of bench(options)) console.log(JSON.stringify(measure));
}
