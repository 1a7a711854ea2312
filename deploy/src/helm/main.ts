import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dashboards } from '../observability/dashboards.js';
import { chart } from './chart.js';

const DEPLOY = join(import.meta.dirname, '../..');

function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(DEPLOY, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** `npm run chart` writes what is made from the code: Helm's chart and Grafana's dashboards. */
rmSync(join(DEPLOY, 'helm/templates'), { recursive: true, force: true });
put('helm', chart());
put('observability/dashboards', dashboards());
