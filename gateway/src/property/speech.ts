import type { DescMessage, MessageShape } from '@bufbuild/protobuf';
import { RulesService } from '@intervia/contracts/property';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import type { CallerInit } from '../session/caller.js';
import { computedSentence } from './fr/computed.js';
import { findingSentence } from './fr/findings.js';

type Json = JsonObject[string];

/** Rules change with a release, or when an administrator adds one: looked at again every ten minutes. */
const KEPT_MS = 600_000;

/** Puts the codes of property's answers into French, each beside its code. */
@Injectable()
export class Speech {
  private readonly rules: ServiceClient<typeof RulesService>;
  private sources: ReadonlyMap<string, string> = new Map();
  private readAt = -Infinity;

  constructor(bus: BusClient) {
    this.rules = bus.service(RulesService);
  }

  /** The answer in JSON, spoken. */
  async say<D extends DescMessage>(
    caller: CallerInit,
    desc: D,
    message: MessageShape<D>,
  ): Promise<JsonObject> {
    const json = toJson(desc, message);
    if (namesRule(json)) await this.learn(caller);
    return spoken(json, this.sources) as JsonObject;
  }

  private async learn(caller: CallerInit): Promise<void> {
    if (performance.now() - this.readAt < KEPT_MS) return;
    const { rules } = await this.rules.listRules({ caller });
    this.sources = new Map(rules.map(({ id, source }) => [id, source]));
    this.readAt = performance.now();
  }
}

function namesRule(json: Json): boolean {
  if (Array.isArray(json)) return json.some(namesRule);
  if (!isObject(json)) return false;
  return (typeof json['rule'] === 'string' && json['rule'] !== '') || Object.values(json).some(namesRule);
}

/** Findings say their sentence and their article, computed codes how they were made. */
export function spoken(json: Json, sources: ReadonlyMap<string, string>): Json {
  if (Array.isArray(json)) return json.map((item) => spoken(item, sources));
  if (!isObject(json)) return json;
  const said = Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, spoken(value, sources)]),
  );
  return { ...said, ...wordsOf(json, sources) };
}

function wordsOf(json: JsonObject, sources: ReadonlyMap<string, string>): JsonObject {
  const { code, params, rule, how, of } = json;
  if (typeof code === 'string' && isObject(params)) {
    const source = typeof rule === 'string' ? sources.get(rule) : undefined;
    return { detail: findingSentence(code, textsOf(params)), ...(source ? { source } : {}) };
  }
  if (typeof how === 'string' && isObject(of)) return { detail: computedSentence(how, textsOf(of)) };
  return {};
}

function textsOf(json: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
