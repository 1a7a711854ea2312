import { create } from '@bufbuild/protobuf';
import { StepContentSchema } from '@intervia/contracts/property';
import { describe, expect, it } from '@jest/globals';
import { toJson } from '../mapping/json.js';
import { readMessage } from './read-message.js';

const read = (json: Record<string, unknown>) => readMessage(StepContentSchema, json, 'content');
const codes = (json: Record<string, unknown>) =>
  read(json).faults.map(({ field, code }) => `${field} ${code}`);

describe('a message of a request', () => {
  it('is read as it is written', () => {
    const json = {
      lease: { index: 'IRL', lengthMonths: 36, gliExcluded: true, use: 'Habitation' },
      unread: { signedOn: '31/02' },
    };
    const { message, faults } = read(json);
    expect(faults).toEqual([]);
    expect(toJson(StepContentSchema, create(StepContentSchema, message))).toMatchObject(json);
  });

  it('leaves out what is null or not chosen', () => {
    expect(codes({ lease: { index: '', use: null } })).toEqual([]);
  });

  it.each([
    [{ lease: { statut: 1 } }, 'content.lease.statut UNKNOWN_FIELD'],
    [{ lease: { index: 'CPI' } }, 'content.lease.index INVALID_CHOICE'],
    [{ lease: { lengthMonths: '36' } }, 'content.lease.lengthMonths INVALID_NUMBER'],
    [{ lease: { lengthMonths: 2 ** 31 } }, 'content.lease.lengthMonths INVALID_NUMBER'],
    [{ lease: { frozen: 'yes' } }, 'content.lease.frozen INVALID_FLAG'],
    [{ lease: [] }, 'content.lease INVALID_OBJECT'],
    [{ deposit: { guarantors: {} } }, 'content.deposit.guarantors INVALID_LIST'],
    [{ deposit: { guarantors: [{ id: 3 }] } }, 'content.deposit.guarantors.0.id INVALID_TEXT'],
    [{ unread: { signedOn: 5 } }, 'content.unread.signedOn INVALID_TEXT'],
  ])('tells the fault of %j by its path', (json, fault) => expect(codes(json)).toEqual([fault]));
});
