import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeLabel, sentenceOf, SENTENCES } from './fr.js';

const PROTO = join(import.meta.dirname, '../../proto');
const SERVICES = join(import.meta.dirname, '../../services');
const CODE = /\b[A-Z]{2,}(?:_[A-Z0-9]+)+\b/g;

/** Codes that the comments of the contracts name after "Errors", "share" or "Faults". */
function codesOfContracts(): string[] {
  const comments = globSync('**/*.proto', { cwd: PROTO })
    .flatMap((file) => readFileSync(join(PROTO, file), 'utf8').split('\n'))
    .filter((line) => /^\s*\/\/.*(Errors|share:|Faults)/.test(line));
  return [...new Set(comments.flatMap((line) => line.match(CODE) ?? []))];
}

/** Codes of the refusals of services whose errors reach people as they are. */
function codesOfServices(): string[] {
  return globSync('{tickets,directory}/src/domain/**/*errors.ts', { cwd: SERVICES }).flatMap((file) =>
    [...readFileSync(join(SERVICES, file), 'utf8').matchAll(/(?:super|\.of)\(\s*'([A-Z_]+)'/g)].map(
      ([, code = '']) => code,
    ),
  );
}

/** Codes of the faults of single fields: the tickets service names them where it checks. */
function codesOfFields(): string[] {
  const found = globSync('tickets/src/{domain,adapters/nats}/**/*.ts', { cwd: SERVICES })
    .filter((file) => !file.endsWith('.spec.ts'))
    .flatMap((file) => [...readFileSync(join(SERVICES, file), 'utf8').matchAll(/code: ([^,}\n]+)/g)])
    .flatMap(([, written = '']) => [...written.matchAll(/'([A-Z_]+)'/g)].map(([, code = '']) => code));
  return [...new Set(found)];
}

/** LSC alone publishes. */
const NOT_FOR_PEOPLE: ReadonlySet<string> = new Set(['INVALID_PUBLICATION']);

describe('fr', () => {
  it('finds the codes of the contracts', () => {
    expect(codesOfContracts()).toEqual(
      expect.arrayContaining(['TICKET_NOT_FOUND', 'LINK_EXPIRED', 'FILE_TOO_LARGE']),
    );
  });

  it.each(codesOfContracts())('has a sentence for %s', (code) => {
    expect(SENTENCES[code]).toMatch(/^[A-ZÉ«{].*[.!]$/);
  });

  it.each(codesOfServices().filter((code) => !NOT_FOR_PEOPLE.has(code)))('has a sentence for %s', (code) => {
    expect(SENTENCES[code]).toMatch(/^[A-ZÉ«{].*[.!]$/);
  });

  it('finds the codes of fields', () => {
    expect(codesOfFields()).toEqual(expect.arrayContaining(['REQUIRED', 'TOO_SMALL', 'NOT_AN_APPROVER']));
  });

  it.each(codesOfFields())('has a sentence for a field that is %s', (code) => {
    expect(SENTENCES[code]).toMatch(/^[A-ZÉ«{].*[.!]$/);
  });

  it('puts the values in', () => {
    expect(sentenceOf({ code: 'TOO_LONG', kind: 'invalid', params: { max: '200' } })).toBe(
      '200 caractères au plus.',
    );
  });

  it('does without values that did not come along', () => {
    expect(sentenceOf({ code: 'TOO_LONG', kind: 'invalid' })).toBe('Ce texte est trop long.');
    expect(sentenceOf({ code: 'INVALID_NUMBER', kind: 'invalid' })).toBe('La demande contient des erreurs.');
  });

  it('falls back on the kind for a code of tomorrow, and for a name of Object', () => {
    const fallback = 'L’action n’est plus possible dans l’état actuel.';
    expect(sentenceOf({ code: 'BRAND_NEW', kind: 'conflict' })).toBe(fallback);
    expect(sentenceOf({ code: 'constructor', kind: 'conflict' })).toBe(fallback);
  });

  it('names a place as people do', () => {
    expect(placeLabel('Résidence Les Tilleuls')).toBe('Résidence Les Tilleuls');
    expect(placeLabel('Les Tilleuls', { label: '', reference: '12' })).toBe('Les Tilleuls, lot 12');
    expect(placeLabel('Les Tilleuls', { label: 'Appartement 3', reference: '12' })).toBe(
      'Les Tilleuls, Appartement 3',
    );
  });
});
