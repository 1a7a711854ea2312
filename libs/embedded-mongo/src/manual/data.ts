import { after, ids, refusal } from './case.js';

/** A small shop: texts, numbers, documents and arrays. */
export const stock = [
  {
    _id: 1,
    item: 'journal',
    qty: 25,
    size: { h: 14, w: 21, uom: 'cm' },
    tags: ['blank', 'red'],
    dim: [14, 21],
  },
  {
    _id: 2,
    item: 'notebook',
    qty: 50,
    size: { h: 8.5, w: 11, uom: 'in' },
    tags: ['red', 'blank'],
    dim: [14, 21],
  },
  {
    _id: 3,
    item: 'paper',
    qty: 100,
    size: { h: 8.5, w: 11, uom: 'in' },
    tags: ['red', 'blank', 'plain'],
    dim: [14, 21],
  },
  {
    _id: 4,
    item: 'planner',
    qty: 75,
    size: { h: 22.85, w: 30, uom: 'cm' },
    tags: ['blank', 'red'],
    dim: [22.85, 30],
  },
  {
    _id: 5,
    item: 'postcard',
    qty: 45,
    size: { h: 10, w: 15.25, uom: 'cm' },
    tags: ['blue'],
    dim: [10, 15.25],
  },
];

export const absent = [{ _id: 1, item: null }, { _id: 2 }, { _id: 3, item: 'x' }];
export const on = (given: readonly object[], says: string, filter: object, expected: readonly unknown[]) => ({
  given,
  says,
  ask: ids(filter),
  expected,
});

export const one = (
  given: object,
  says: string,
  update: object,
  expected: object,
  filter: object = {},
  options = {},
) => ({
  given: [{ _id: 1, ...given }],
  says,
  ask: after(update, filter, options),
  expected: { _id: 1, ...expected },
});
export const refused = (
  given: object,
  says: string,
  update: object,
  code: number,
  filter: object = {},
  options = {},
) => ({
  given: [{ _id: 1, ...given }],
  says,
  ask: refusal(after(update, filter, options)),
  expected: code,
});
