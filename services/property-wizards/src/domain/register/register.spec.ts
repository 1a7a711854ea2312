import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { EMPTY_HEAD, append } from './record.js';
import type { Addition, Entry, RegisterRecord } from './record.js';
import { Verifier } from './verify.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const entry = (index: number): Addition => ({
  type: 'ENTRY',
  at: new Date(Date.UTC(2026, 0, 1) + index * 1000),
  by: 'Élodie',
  commandId: `c${String(index)}`,
  content: {
    on: '2026-01-01',
    mandantName: `Mandant ${String(index)} 🏠`,
    mandantAddress: '',
    nature: 'Gestion',
    places: ['Le Sala'],
    remarks: '',
    mandateId: `m${String(index)}`,
  },
});

const annotation = (number: number, index: number): Addition => ({
  type: 'ANNOTATION',
  number,
  at: new Date(Date.UTC(2026, 0, 1) + index * 1000),
  by: 'Élodie',
  commandId: `a${String(index)}`,
  content: { kind: 'AMENDMENT', on: '2026-02-01', text: 'Honoraires' },
});

function logOf(kinds: readonly boolean[]): RegisterRecord[] {
  let head = EMPTY_HEAD;
  return kinds.map((isEntry, index) => {
    const addition = isEntry || head.number === 0 ? entry(index) : annotation(head.number, index);
    const [record, next] = append(head, addition, hash);
    head = next;
    return record;
  });
}

function verify(records: readonly RegisterRecord[], reached = records.length) {
  const verifier = new Verifier(hash);
  for (const record of records) verifier.read(record);
  verifier.end({ seq: reached, number: 0 });
  return verifier;
}

const kindsOf = (records: readonly RegisterRecord[], reached?: number) =>
  verify(records, reached).faults.map(({ kind }) => kind);

const log = fc.array(fc.boolean(), { minLength: 3, maxLength: 40 }).map(logOf);

describe('the register', () => {
  it('numbers without a gap, whatever is annotated in between, and verifies', () => {
    fc.assert(
      fc.property(log, (records) => {
        const numbers = records
          .filter((record): record is Entry => record.type === 'ENTRY')
          .map(({ number }) => number);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        expect(verify(records).faults).toEqual([]);
      }),
    );
  });

  it('tells a record that was taken out', () => {
    fc.assert(
      fc.property(log, fc.nat(), (records, at) => {
        const gone = at % (records.length - 1);
        expect(kindsOf(records.filter((_, index) => index !== gone))).toEqual(
          expect.arrayContaining(['GAP', 'BROKEN_CHAIN']),
        );
      }),
    );
  });

  it('tells records cut off at the end', () => {
    const records = logOf([true, true, true]);
    expect(kindsOf(records.slice(0, 2), 3)).toEqual(['CUT_SHORT']);
  });

  it('tells a double', () => {
    fc.assert(
      fc.property(log, fc.nat(), (records, at) => {
        const index = at % records.length;
        const doubled = [...records.slice(0, index + 1), ...records.slice(index)];
        expect(kindsOf(doubled)).toContain('DOUBLE');
      }),
    );
  });

  it('tells any change of any field', () => {
    fc.assert(
      fc.property(
        log,
        fc.nat(),
        fc.constantFrom('by', 'at', 'content', 'commandId', 'number'),
        (records, at, field) => {
          const index = at % records.length;
          const changed = records.map((record, place) => {
            if (place !== index) return record;
            const values = {
              by: `${record.by}.`,
              at: new Date(record.at.getTime() + 1),
              content: { ...record.content, on: '2020-01-01' },
              commandId: 'x',
              number: record.number + 1,
            };
            return { ...record, [field]: values[field] };
          });
          expect(kindsOf(changed)).toContain('BROKEN_CHAIN');
        },
      ),
    );
  });

  it('goes on from the register that was kept elsewhere', () => {
    const first = { ...entry(0), startAfter: 1_042 } as Addition;
    const [record, head] = append(EMPTY_HEAD, first, hash);
    const [second] = append(head, { ...entry(1), startAfter: 7 } as Addition, hash);
    expect([record.number, second.number]).toEqual([1_043, 1_044]);
    expect(verify([record, second]).faults).toEqual([]);
    expect(kindsOf([second])).toContain('GAP');
  });

  it('lets no replica’s clock go back', () => {
    const [first, head] = append(EMPTY_HEAD, entry(10), hash);
    const [second] = append(head, entry(3), hash);
    expect(second.at).toEqual(first.at);
  });
});
