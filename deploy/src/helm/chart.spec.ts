import { loadConfig } from '@intervia/config';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { ENVIRONMENTS } from '../environments.js';
import { SERVICES, type ServiceName } from '../launcher/services.js';
import { chart } from './chart.js';
import { render } from './render.js';
import { VALUES } from './values.js';

const CHART = join(import.meta.dirname, '../../helm');

interface Rendered {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** What `kubectl` would be given, without the objects that are empty. */
function renderAll(values: object): Rendered[] {
  const templates = Object.entries(chart()).filter(([path]) => path.startsWith('templates/'));
  return templates.flatMap(([, template]) =>
    parseAllDocuments(render(template, values as Record<string, unknown>)).flatMap((document) => {
      expect(document.errors).toEqual([]);
      const object = document.toJS() as Rendered | null;
      return object === null ? [] : [object];
    }),
  );
}

const OUTSIDE = {
  ...VALUES,
  nats: { ...VALUES.nats, own: false },
  mongodb: { ...VALUES.mongodb, own: false },
};

let whole: Rendered[];

beforeAll(() => {
  whole = renderAll(VALUES);
});

const deploymentOf = (name: ServiceName) =>
  whole.find(
    ({ kind, metadata }) => kind === 'Deployment' && metadata.name === name,
  ) as unknown as IDeployment;

/** What has a shape; the rest are passwords and keys. */
const SHAPED: Readonly<Record<string, string>> = {
  SMTP_FROM: 'intervia@tilleuls.example',
  SMTP_URL: 'smtps://relais.tilleuls.example:465',
};

/** As the kubelet fills it in, from a secret that holds only what is demanded. */
function environmentOf(name: ServiceName): Record<string, string> {
  const env = deploymentOf(name).spec!.template.spec!.containers[0]!.env!;
  const filled: Record<string, string> = {};
  for (const { name: key, value, valueFrom } of env) {
    const demanded = valueFrom?.secretKeyRef && !valueFrom.secretKeyRef.optional;
    if (value !== undefined)
      filled[key] = value.replace(/\$\((\w+)\)/g, (_, variable: string) => filled[variable] ?? '');
    else if (demanded || key.endsWith('_PASSWORD')) filled[key] = SHAPED[key] ?? `k${'0123456789'.repeat(4)}`;
  }
  return filled;
}

describe('the chart', () => {
  it('stands in the repository as the code writes it', () => {
    const written = Object.entries(chart());
    for (const [path, content] of written) expect(readFileSync(join(CHART, path), 'utf8')).toBe(content);
    expect(readdirSync(join(CHART, 'templates')).length).toBe(
      written.filter(([path]) => path.startsWith('templates/')).length,
    );
    expect(parse(chart()['values.yaml']!)).toEqual(VALUES);
  });

  it.each([
    ['its own stores', VALUES],
    ['stores of others', OUTSIDE],
  ])('is what Kubernetes accepts, with %s', async (_, values) => {
    for (const object of renderAll(values)) {
      const path = `kubernetes-models/${object.apiVersion}/${object.kind}`;
      const module = (await import(path)) as Record<string, new (data: object) => { validate(): void }>;
      const model = new module[object.kind]!(object);
      expect(() => model.validate()).not.toThrow();
    }
  });

  it('names nothing twice', () => {
    const names = whole.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  });

  it('leaves out the stores that are elsewhere', () => {
    const sets = renderAll(OUTSIDE).filter(({ kind }) => kind === 'StatefulSet');
    expect(sets.map(({ metadata }) => metadata.name)).toEqual(['redis']);
  });

  it.each(SERVICES)('gives %s all that its configuration demands', (service) => {
    const config = loadConfig(ENVIRONMENTS[service], environmentOf(service)) as Record<string, unknown>;
    expect(config).toMatchObject({ NATS_USER: service, CLOCK: 'system', FILES_DIR: '/data/files' });
    const addresses = environmentOf(service);
    expect(addresses['MONGODB_URI']).toMatch(/^mongodb:\/\/intervia:k0123/);
    expect(addresses['REDIS_URL']).toMatch(/^rediss:\/\/:k0123/);
  });

  it.each(SERVICES)('grows %s by its load, and never takes all of it away at once', (service) => {
    const kinds = whole.filter(({ metadata }) => metadata.name === service).map(({ kind }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['Deployment', 'HorizontalPodAutoscaler', 'PodDisruptionBudget']),
    );
  });

  it('holds no secret, and runs nothing as root', () => {
    for (const object of whole) {
      if (!['Deployment', 'StatefulSet', 'Job'].includes(object.kind)) continue;
      const { spec } = object as unknown as IDeployment;
      const { securityContext, containers } = spec!.template.spec!;
      expect(securityContext).toMatchObject({ runAsNonRoot: true });
      for (const { env = [], securityContext: own } of containers) {
        expect(own).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
        const written = env.filter(
          ({ name, value }) => /PASSWORD|SECRET|_KEY$/.test(name) && value !== undefined,
        );
        expect(written.filter(({ value }) => !value!.startsWith('$(') && !value!.startsWith('/'))).toEqual(
          [],
        );
      }
    }
  });

  it('refuses a template that uses more of Helm than the tests can render', () => {
    expect(() => render('{{ include "x" . }}', {})).toThrow('more of Helm');
    expect(() => render('{{ index .Values "nats" "urk" }}', VALUES)).toThrow('no value');
  });
});
