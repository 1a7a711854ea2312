import { benchDashboard } from './dashboard.js';
import { benchPhotos, benchReport } from './report.js';
import { benchReadModel } from './read-model.js';
import type { Told } from './ground.js';

const [name = '', tickets = '', natsUrl = '', uri = ''] = process.argv.slice(2);

/** A phase in a process of its own, whose memory is its own: `npm run bench -- reports` forks it. */
const PHASES: Readonly<Record<string, () => AsyncIterable<Told>>> = {
  'read-model': () => benchReadModel(Number(tickets), { natsUrl, uri }),
  dashboard: () => benchDashboard(Number(tickets), uri),
  report: () => benchReport(500),
  photos: () => benchPhotos(5_000),
};

const phase = PHASES[name];
if (!phase) throw new Error(`no phase: ${name}`);
for await (const told of phase()) process.send?.(told);
process.disconnect?.();
