import { METRICS } from '@intervia/observability';
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SERVICES } from '../launcher/services.js';
import { dashboards } from './dashboards.js';

const FOLDER = join(import.meta.dirname, '../../observability');
const read = (path: string): string => readFileSync(join(FOLDER, path), 'utf8');

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string };
}
const { groups } = parse(read('alerts.yml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);

/** Prometheus's own, and those that Node gives every app. */
const GIVEN = /^(up|process_\w+|nodejs_\w+)$/;
const KNOWN: ReadonlySet<string> = new Set(Object.values(METRICS).map(({ name }) => name));

/** Names of series in a query: a word before a brace, a bracket or an operator that is no function. */
function seriesOf(query: string): string[] {
  const bare = query.replace(/"[^"]*"/g, '').replace(/\b(by|on|without)\s*\([^)]*\)/g, '');
  return [...bare.matchAll(/\b([a-z][a-z_0-9]*)\b(?!\s*(?:\(|=|!))/g)]
    .map(([, name]) => name!.replace(/_(bucket|count|sum)$/, ''))
    .filter((name) => name.includes('_') || name === 'up');
}

const queries = [
  ...rules.map(({ expr }) => expr),
  ...Object.values(dashboards()).flatMap((text) =>
    (JSON.parse(text) as { panels: { targets: { expr: string }[] }[] }).panels.flatMap(({ targets }) =>
      targets.map(({ expr }) => expr),
    ),
  ),
];

describe('alert rules and dashboards', () => {
  it('ask only for what is measured', () => {
    const asked = new Set(queries.flatMap(seriesOf));
    expect([...asked].filter((name) => !KNOWN.has(name) && !GIVEN.test(name))).toEqual([]);
    // Every measure of ours is looked at by somebody.
    expect([...KNOWN].filter((name) => !asked.has(name))).toEqual(['rpc_client_duration_seconds']);
  });

  it('stand in the repository as the code writes them', () => {
    for (const [path, content] of Object.entries(dashboards()))
      expect(read(`dashboards/${path}`)).toBe(content);
  });

  it('lead to a page of the runbook', () => {
    const runbook = read('runbook.md');
    expect(rules.map(({ alert }) => alert).filter((name) => !runbook.includes(`## ${name}`))).toEqual([]);
  });

  it('scrape every service', () => {
    const { scrape_configs } = parse(read('prometheus.yml')) as {
      scrape_configs: { dns_sd_configs: { names: string[] }[] }[];
    };
    expect(scrape_configs[0]!.dns_sd_configs[0]!.names.toSorted()).toEqual([...SERVICES].toSorted());
  });
});
