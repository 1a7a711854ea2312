import { describe, expect, it } from '@jest/globals';
import { LETTERS } from '@intervia/rules';
import { CLIENT_REQUEST } from '../../fr.js';
import type { TypedRequest } from './typed-request.js';
import { checkRequest, placeGroups, toClientRequest, withKnownPlace } from './typed-request.js';

const HOME = {
  unitId: 'u1',
  label: 'Résidence Les Tilleuls, Appartement 12',
  address: '12 rue des Tilleuls',
};
const CELLAR = { unitId: 'u2', label: 'Résidence Les Tilleuls, Cave 3', address: '12 rue des Tilleuls' };
const BUILDING = { buildingId: 'b1', label: 'Résidence Les Tilleuls', address: '12 rue des Tilleuls' };

const aRequest = (change: Partial<TypedRequest> = {}): TypedRequest => ({
  place: 'unit:u1',
  subject: 'Fuite',
  description: 'Sous l’évier',
  ...change,
});

describe('where', () => {
  it('is one’s own units first, then common parts', () => {
    expect(placeGroups([BUILDING, HOME])).toEqual([
      { group: 'Mes lots', items: [{ value: 'unit:u1', label: HOME.label }] },
      {
        group: 'Parties communes',
        items: [{ value: 'building:b1', label: 'Parties communes, Résidence Les Tilleuls' }],
      },
    ]);
    expect(placeGroups([HOME]).map(({ group }) => group)).toEqual(['Mes lots']);
  });

  it('need not be chosen when there is one only', () => {
    expect(withKnownPlace(aRequest({ place: '' }), [HOME]).place).toBe('unit:u1');
    expect(withKnownPlace(aRequest({ place: '' }), [HOME, CELLAR]).place).toBe('');
  });

  it('is asked for again when a draft names a place that is no more one’s own', () => {
    const places = [CELLAR, BUILDING];
    expect(withKnownPlace(aRequest(), places)).toEqual(aRequest({ place: '' }));
    expect(withKnownPlace(aRequest({ place: 'building:b1' }), places).place).toBe('building:b1');
  });
});

it('says what is missing, each at its input', () => {
  expect(checkRequest(aRequest())).toEqual({});
  expect(checkRequest({ place: '', subject: ' ', description: '' })).toEqual(CLIENT_REQUEST.missing);
  expect(checkRequest(aRequest({ subject: 'x'.repeat(LETTERS.subject + 1) }))).toEqual({
    subject: '200 caractères au plus.',
  });
});

it('is sent as the gateway wants it', () => {
  const document = { id: 'd1', name: 'fuite.jpg', mediaType: 'image/jpeg', size: 3, sha256: '' };
  expect(toClientRequest(aRequest({ subject: ' Fuite ' }), [document])).toEqual({
    place: { unitId: 'u1' },
    subject: 'Fuite',
    description: 'Sous l’évier',
    attachmentIds: ['d1'],
  });
  expect(toClientRequest(aRequest({ place: 'building:b1' }), []).place).toEqual({ buildingId: 'b1' });
});
