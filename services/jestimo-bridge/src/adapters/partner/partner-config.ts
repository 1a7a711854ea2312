import { readFileSync } from 'node:fs';
import type { Mapping } from '../../domain/mapping.js';
import { isPath } from '../../domain/mapping.js';

/** How the partner is spoken to: paths, names of fields, words. Another one's is a JSON file of this shape. */
export interface PartnerConfig {
  paths: {
    estimate: string;
    feed: string;
    /** `{id}` is a sending's; empty: it cannot be asked. */ sending: string;
  };
  /** Ours → theirs; what is not named keeps our name. */
  estimateFields: Mapping;
  answerFields: Mapping;
  sendingFields: Mapping;
  recordFields: Mapping;
  /** Our words → theirs: "FLAT": "appartement". */
  words: Readonly<Record<string, string>>;
}

export const OWN_CONFIG: PartnerConfig = {
  paths: { estimate: '/estimations', feed: '/feeds', sending: '/feeds/{id}' },
  ...{ estimateFields: {}, answerFields: {}, sendingFields: {}, recordFields: {}, words: {} },
};

/** A file that cannot be used; says where, for whoever wrote it. */
export class PartnerConfigInvalid extends Error {
  override readonly name = 'PartnerConfigInvalid';
}

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws PartnerConfigInvalid */
export function readPartnerConfig(file: string | undefined): PartnerConfig {
  if (!file) return OWN_CONFIG;
  return checked(JSON.parse(readFileSync(file, 'utf8')));
}

/** @throws PartnerConfigInvalid */
export function checked(given: unknown): PartnerConfig {
  if (!isPlain(given)) throw new PartnerConfigInvalid('an object is expected');
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(OWN_CONFIG, name)) throw new PartnerConfigInvalid(`${name} is not known`);
  }
  const part = (name: keyof PartnerConfig, isSound: (text: string) => boolean): Plain => {
    const value = given[name] ?? {};
    if (!isPlain(value)) throw new PartnerConfigInvalid(`${name}: an object is expected`);
    for (const [key, text] of Object.entries(value)) {
      if (typeof text !== 'string' || !isSound(text))
        throw new PartnerConfigInvalid(`${name}.${key} is wrong`);
    }
    return value;
  };
  const fields = (name: keyof PartnerConfig): Mapping => part(name, isPath) as Mapping;
  return {
    paths: {
      ...OWN_CONFIG.paths,
      ...part('paths', (text) => text === '' || text.startsWith('/')),
    },
    estimateFields: fields('estimateFields'),
    answerFields: fields('answerFields'),
    sendingFields: fields('sendingFields'),
    recordFields: fields('recordFields'),
    words: part('words', (text) => text !== '') as Mapping,
  };
}
