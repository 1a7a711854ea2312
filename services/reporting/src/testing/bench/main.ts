import { benchPhotos, benchReport } from './report.js';
import { benchReadModel } from './read-model.js';
import type { Told } from './ground.js';

/** A phase in a process of its own, whose memory is its own: `npm run bench -- reports` forks it. */
const PHASES: Readonly<Record<string, () => AsyncIterable<Told>>> = {
  'read-model': () => benchReadModel(Number(process.env['TICKETS'])),
  report: () => benchReport(500),
  photos: () => benchPhotos(5_000),
};

const phase = PHASES[process.env['PHASE'] ?? ''];
if (!phase) throw new Error(`no phase: ${process.env['PHASE']}`);
for await (const told of phase()) process.send?.(told);
process.disconnect?.();
