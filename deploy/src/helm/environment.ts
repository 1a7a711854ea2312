import type { IEnvVar } from 'kubernetes-models/v1/EnvVar';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { value } from './template.js';

interface ComposeService {
  readonly image?: string;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string | number | null>>;
}

const ROOT = join(import.meta.dirname, '../../..');
const { services } = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Readonly<Record<string, ComposeService>>;
};

/** Where the stores are is the chart's; the rest is as Compose has it. */
const PLACES: Readonly<Record<string, () => readonly IEnvVar[]>> = {
  NATS_URL: () => [{ name: 'NATS_URL', value: value('nats', 'url') }],
  // The kubelet fills in $(…) from the variable before it.
  MONGODB_URI: () => [
    fromSecret('MONGODB_PASSWORD', true),
    { name: 'MONGODB_URI', value: value('mongodb', 'uri') },
  ],
  REDIS_URL: () => [fromSecret('REDIS_PASSWORD', true), { name: 'REDIS_URL', value: value('redis', 'url') }],
  PUBLIC_URL: () => [{ name: 'PUBLIC_URL', value: value('publicUrl') }],
  // Compose has a mail catcher; here nothing may be sent into the void.
  SMTP_URL: () => [fromSecret('SMTP_URL')],
  // The addresses of the ingress's own pods: what it says of who asks is believed, and nobody else.
  TRUST_PROXY: () => [{ name: 'TRUST_PROXY', value: value('trustProxy') }],
  // Only for a demo.
  FICTIONAL_MOBILES: () => [],
};

export const fromSecret = (name: string, optional = false): IEnvVar => ({
  name,
  valueFrom: { secretKeyRef: { name: value('secret'), key: name, ...(optional ? { optional } : {}) } },
});

/** `${NAME:?}` is demanded of the secret; what has a default in Compose or none at all may be absent: the app has its own. */
function variable(name: string, given: string | number | null): readonly IEnvVar[] {
  const place = PLACES[name];
  if (place) return place();
  const isReference = given === null || /^\$\{\w+:[?-].*\}$/.test(String(given));
  if (!isReference) return [{ name, value: String(given) }];
  return [fromSecret(name, !String(given).endsWith(':?}'))];
}

const serviceOf = (name: string): ComposeService => {
  const found = services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
};

export const commandOf = (name: string): string[] => [...serviceOf(name).command];

export const environmentOf = (name: string): IEnvVar[] =>
  Object.entries(serviceOf(name).environment ?? {}).flatMap(([key, given]) => variable(key, given));
