import { describe, expect, it } from '@jest/globals';
import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  serialize,
  Timestamp,
} from 'bson';
import fc from 'fast-check';
import { MongoError } from '../errors.js';
import { decode, decodeFields } from './decode.js';
import { encode } from './encode.js';

const everyType = {
  int: 1,
  double: new Double(1),
  fraction: 1.5,
  long: Long.fromNumber(5),
  decimal: Decimal128.fromString('1.50'),
  text: 'é€😀',
  doc: { a: { b: [] } },
  list: [1, 'x', null],
  binary: new Binary(Buffer.from('abc'), 4),
  old: new Binary(Buffer.from('abc'), 2),
  id: new ObjectId(),
  yes: true,
  date: new Date(5),
  nothing: null,
  regex: new BSONRegExp('a', 'i'),
  code: new Code('x'),
  timestamp: new Timestamp({ t: 1, i: 2 }),
  min: new MinKey(),
  max: new MaxKey(),
  $ref: 'not a DBRef',
};

describe('decoding', () => {
  it('keeps every type, byte for byte', () => {
    const bytes = Buffer.from(serialize(everyType));
    expect(encode(decode(bytes))).toEqual(bytes);
  });

  it('decodes some fields alone, stepping over all others', () => {
    const bytes = Buffer.from(serialize(everyType));
    const whole = decode(bytes);
    for (const [name, value] of Object.entries(whole)) {
      expect({ ...decodeFields(bytes, new Set([name])) }).toEqual({ [name]: value });
    }
    expect({ ...decodeFields(bytes, new Set(['absent'])) }).toEqual({});
  });

  it('takes __proto__ and constructor for fields', () => {
    const doc = decode(
      Buffer.from(serialize(JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}') as object)),
    );
    expect(Object.keys(doc)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('refuses a field named _bsontype', () => {
    // The bson package itself would write no such document: the name is patched in.
    const bytes = Buffer.from(serialize({ _bsontypX: 'ObjectId' }));
    bytes.write('_bsontype', 5);
    expect(() => decode(bytes)).toThrow('_bsontype');
  });

  it('refuses documents nested too deeply', () => {
    const deep = Array.from({ length: 400 }).reduce<object>((inner) => ({ a: inner }), {});
    expect(() => decode(Buffer.from(serialize(deep)))).toThrow('nested too deeply');
  });

  it('answers any bytes with a document or with an error of its own', () => {
    const good = Buffer.from(serialize(everyType));
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(damage, (changes) => {
        const bytes = Buffer.from(good);
        for (const [at, byte] of changes) bytes[at] = byte;
        try {
          decode(bytes);
        } catch (error) {
          expect(error instanceof MongoError || (error as Error).name === 'BSONError').toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
