import { create } from '@bufbuild/protobuf';
import { ImportLineSchema } from '@intervia/contracts';
import { describe, expect, it } from '@jest/globals';
import { readRecord } from './read-record.js';

const read = (json: unknown) =>
  readRecord(Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)));
const party = { op: 'upsert', type: 'party', id: 'p1', version: 3, data: { name: 'Zoé Lefèvre' } };
const codes = (json: unknown) => read(json).faults.map(({ field, code }) => `${field} ${code}`);

describe('a line of the base', () => {
  it('is a record in its list, under the id of the line', () => {
    const { line, faults } = read(party);
    expect(faults).toEqual([]);
    expect(create(ImportLineSchema, line)).toMatchObject({
      type: 'party',
      id: 'p1',
      version: 3n,
      record: { parties: [{ id: 'p1', name: 'Zoé Lefèvre' }] },
    });
  });

  it('takes a user with a password and an absence, and a client by its party', () => {
    const absence = { from: '2026-03-01T00:00:00Z', until: '2026-04-01T00:00:00Z', delegateId: 'u2' };
    const data = { name: 'Claire', mail: 'c@x.example', role: 'MANAGER', password: 'correct horse', absence };
    const { line, faults } = read({ type: 'user', id: 'u1', version: 1, data });
    expect(faults).toEqual([]);
    const [user] = create(ImportLineSchema, line).record?.users ?? [];
    expect(user).toMatchObject({ id: 'u1', password: 'correct horse', absence: { delegateId: 'u2' } });
    expect(Number(user?.absence?.from?.seconds)).toBe(1_772_323_200);
    const client = read({ type: 'client', id: 'p1', version: 1, data: { mail: 'z@x.example' } });
    expect(create(ImportLineSchema, client.line).record?.clients).toMatchObject([{ partyId: 'p1' }]);
  });

  it.each([
    ['', [' MALFORMED_JSON']],
    ['{"op"', [' MALFORMED_JSON']],
    ['[]', [' INVALID_OBJECT']],
    [{ ...party, op: 'delete' }, ['op OP_UNKNOWN']],
    [{ ...party, type: 'ship' }, ['type INVALID_CHOICE']],
    [{ ...party, type: 'constructor' }, ['type INVALID_CHOICE']],
    [{ ...party, id: '../x' }, ['id INVALID_ID']],
    [{ ...party, version: '3' }, ['version VERSION_EXPECTED']],
    [{ ...party, version: 2 ** 60 }, ['version VERSION_EXPECTED']],
    [{ ...party, data: null }, ['data INVALID_OBJECT']],
    [{ ...party, more: 1 }, ['more UNKNOWN_FIELD']],
    [{ ...party, data: { id: 'p2' } }, ['data.id ID_DIFFERS']],
    [{ ...party, data: { name: 4, ship: 1 } }, ['data.name INVALID_TEXT', 'data.ship UNKNOWN_FIELD']],
    [{ ...party, data: { name: 'a\u0000b' } }, ['data.name INVALID_CHARACTER']],
    [{ ...party, data: { name: '\ud800' } }, ['data.name INVALID_CHARACTER']],
    [{ ...party, type: 'user', data: { password: 5 } }, ['data.password INVALID_TEXT']],
  ])('says what is wrong with %j', (json, expected) => {
    expect(codes(json)).toEqual(expected);
  });

  it('wants UTF-8, which an older 4D does not send by itself', () => {
    const latin = Buffer.concat([
      Buffer.from('{"type":"party","id":"Z'),
      Buffer.from([0xe9]),
      Buffer.from('"}'),
    ]);
    expect(readRecord(latin).faults).toEqual([{ field: '', code: 'NOT_UTF8' }]);
  });
});
