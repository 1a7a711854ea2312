import { Liquid } from 'liquidjs';
import type { Template as Parsed } from 'liquidjs';

/**
 * An unknown variable or filter is an error, never an empty place in somebody's mail; '' counts as false in `if`.
 * No time limit: without loops the work is bounded by the text, and a busy machine must not fail an honest mail.
 */
const STRICT = {
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  jsTruthy: true,
  parseLimit: 50_000,
  memoryLimit: 10_000_000,
} as const;

/** No file (include, render, layout), no loop, no state. */
const TAGS: ReadonlySet<string> = new Set(['if', 'unless', 'case', 'comment']);
const FILTERS: ReadonlySet<string> = new Set([
  'truncate',
  'upcase',
  'downcase',
  'capitalize',
  'default',
  'strip',
]);

/** All that a scope holds, and what a condition may leave empty. */
type Filled = string | number | boolean | null | undefined;

const asText = (value: Filled): string => (value === null || value === undefined ? '' : String(value));

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function restrict(engine: Liquid): Liquid {
  for (const tag of Object.keys(engine.tags)) if (!TAGS.has(tag)) delete engine.tags[tag];
  for (const filter of Object.keys(engine.filters)) if (!FILTERS.has(filter)) delete engine.filters[filter];
  return engine;
}

export type Kind = 'html' | 'text';

/** Where texts that people wrote are filled in. */
export class Sandbox {
  private readonly engines: Readonly<Record<Kind, Liquid>>;
  private readonly parsed = new Map<string, Parsed[]>();

  constructor() {
    const html = restrict(new Liquid({ ...STRICT, outputEscape: 'escape' }));
    const text = restrict(new Liquid(STRICT));
    // Escaping is a filter too, and must outlive the restriction under the name that `outputEscape` looks up.
    html.registerFilter('escape', (value: Filled) => escape(asText(value)));
    // Typed text keeps its lines. Raw: the result is HTML, its parts were escaped.
    html.registerFilter('lines', {
      handler: (value: Filled) => escape(asText(value)).replace(/\r?\n/g, '<br>'),
      raw: true,
    });
    text.registerFilter('lines', (value: Filled) => value);
    this.engines = { html, text };
  }

  /** Sources that come back often, as the shipped ones do, are parsed once. */
  fill(kind: Kind, source: string, scope: object): string {
    const key = `${kind}|${source}`;
    let parsed = this.parsed.get(key);
    if (!parsed) {
      if (this.parsed.size >= PARSED_LIMIT) this.parsed.clear();
      parsed = this.engines[kind].parse(source);
      this.parsed.set(key, parsed);
    }
    return String(this.engines[kind].renderSync(parsed, scope));
  }

  /** Every variable a text names, also in a branch that is not taken. Throws what LiquidJS says of a syntax error. */
  variablesOf(kind: Kind, source: string): string[] {
    const engine = this.engines[kind];
    return engine.globalFullVariablesSync(engine.parse(source));
  }
}

const PARSED_LIMIT = 2_000;
