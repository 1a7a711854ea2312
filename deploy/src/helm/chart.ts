import { stringify } from 'yaml';
import { SERVICES } from '../launcher/services.js';
import { autoscalerOf, budgetOf, deploymentOf } from './apps.js';
import { bus } from './bus.js';
import { files, gatewayService, ingress } from './door.js';
import { STORES } from './stores.js';
import { templateOf } from './template.js';
import { VALUES } from './values.js';
import { walls } from './walls.js';

const ABOUT = {
  apiVersion: 'v2',
  name: 'intervia',
  description: 'The ticket platform of French property-management agencies',
  type: 'application',
  version: '1.0.0',
  kubeVersion: '>=1.27.0-0',
};

/** Path within `deploy/helm` → content, all of the chart but its README. */
export function chart(): Readonly<Record<string, string>> {
  const apps = SERVICES.map((name) => [
    `templates/${name}.yaml`,
    templateOf([
      deploymentOf(name),
      autoscalerOf(name),
      budgetOf(name),
      ...(name === 'gateway' ? [gatewayService, { when: ['ingress', 'enabled'], objects: [ingress] }] : []),
    ]),
  ]);
  const stores = STORES.map(({ values, name, objects }) => [
    `templates/${name}.yaml`,
    templateOf([{ when: [values, 'own'], objects }]),
  ]);
  return {
    'Chart.yaml': stringify(ABOUT),
    'values.yaml': `# Written by « npm run chart » from deploy/src/helm/values.ts: change copies of it, and see README.md.\n${stringify(VALUES, { lineWidth: 0 })}`,
    ...(Object.fromEntries([...apps, ...stores]) as Record<string, string>),
    'templates/files.yaml': templateOf([files]),
    'templates/bus.yaml': templateOf([bus]),
    'templates/walls.yaml': templateOf(walls),
  };
}
