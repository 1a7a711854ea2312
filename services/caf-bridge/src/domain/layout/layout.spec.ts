import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LayoutInvalid } from '../values/errors.js';
import { readLayout } from './layout.js';
import { SOURCES } from './sources.js';

const DIR = join(import.meta.dirname, '../../../layouts');
const IDS = ['cafx-1.0-caf12', 'cafx-1.0-caf32', 'cafx-1.0-caf42', 'statement-1.0'];

interface Json {
  records: Record<string, Record<string, unknown>[]>;
}

const read = (id: string): Json => JSON.parse(readFileSync(join(DIR, `${id}.json`), 'utf8')) as Json;

describe('layouts', () => {
  it.each(IDS)('%s is valid', (id) => {
    expect(readLayout(id, read(id), SOURCES).records.detail?.length).toBeGreaterThan(5);
  });

  it.each<[string, (json: Json) => void, string]>([
    ['a hole', (json) => json.records['detail']!.splice(3, 1), 'starts at 10, 7 was expected'],
    ['an overlap', (json) => (json.records['detail']![3]!['start'] = 6), 'inside the field before it'],
    ['a short record', (json) => json.records['header']!.pop(), 'header: 158 characters, the record has 240'],
    [
      'an unknown value',
      (json) => (json.records['detail']![9]!['source'] = 'shoeSize'),
      'no value is called shoeSize',
    ],
    ['a name used twice', (json) => (json.records['detail']![9]!['name'] = 'message'), 'name used twice'],
    ['an unknown type', (json) => (json.records['detail']![9]!['type'] = 'X'), 'type is N or A'],
    ['no trailer', (json) => delete json.records['trailer'], 'no record trailer'],
    [
      'a constant too long',
      (json) => (json.records['header']![0]!['source'] = '=123'),
      'longer than the field',
    ],
    ['a date of six', (json) => (json.records['detail']![5]!['format'] = 'date'), 'date takes 8 characters'],
  ])('refuses %s', (_what, spoil, told) => {
    const json = read('cafx-1.0-caf12');
    spoil(json);
    let problems = '';
    try {
      readLayout('spoilt', json, SOURCES);
    } catch (error) {
      problems = (error as LayoutInvalid).problems.join('\n');
    }
    expect(problems).toContain(told);
  });

  it.each([null, [], 'text', {}])('refuses %j', (json) => {
    expect(() => readLayout('spoilt', json, SOURCES)).toThrow('CAF_LAYOUT_INVALID');
  });
});
