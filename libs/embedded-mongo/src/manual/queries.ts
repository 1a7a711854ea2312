import type { Chapter } from './case.js';
import { absent, on, stock } from './data.js';

const stored = [
  {
    _id: 1,
    in: [
      { place: 'A', qty: 5 },
      { place: 'C', qty: 15 },
    ],
  },
  { _id: 2, in: [{ place: 'C', qty: 5 }] },
  {
    _id: 3,
    in: [
      { place: 'A', qty: 60 },
      { place: 'B', qty: 15 },
    ],
  },
  {
    _id: 4,
    in: [
      { place: 'A', qty: 40 },
      { place: 'B', qty: 5 },
    ],
  },
  {
    _id: 5,
    in: [
      { place: 'B', qty: 15 },
      { place: 'C', qty: 35 },
    ],
  },
];

export const queries: readonly Chapter[] = [
  {
    page: 'tutorial/query-documents',
    cases: [
      on(stock, 'an empty filter finds all', {}, [1, 2, 3, 4, 5]),
      on(stock, 'equality', { qty: 50 }, [2]),
      on(stock, '$in takes any of a list', { item: { $in: ['paper', 'postcard'] } }, [3, 5]),
      on(stock, 'fields are joined by and', { 'size.uom': 'cm', qty: { $lt: 30 } }, [1]),
      on(stock, '$or', { $or: [{ qty: { $lt: 30 } }, { item: 'paper' }] }, [1, 3]),
      on(
        stock,
        'and beside or',
        { 'size.uom': 'cm', $or: [{ qty: { $lt: 30 } }, { item: /^p/ }] },
        [1, 4, 5],
      ),
    ],
  },
  {
    page: 'tutorial/query-embedded-documents',
    cases: [
      on(stock, 'a whole document, its fields in their order', { size: { h: 14, w: 21, uom: 'cm' } }, [1]),
      on(stock, 'another order is another document', { size: { w: 21, h: 14, uom: 'cm' } }, []),
      on(stock, 'a nested field', { 'size.h': { $lt: 15 }, 'size.uom': 'in' }, [2, 3]),
    ],
  },
  {
    page: 'tutorial/query-arrays',
    cases: [
      on(stock, 'a whole array, in its order', { tags: ['red', 'blank'] }, [2]),
      on(stock, '$all in any order', { tags: { $all: ['red', 'blank'] } }, [1, 2, 3, 4]),
      on(stock, 'one element', { tags: 'red' }, [1, 2, 3, 4]),
      on(stock, 'one element beyond a bound', { dim: { $gt: 25 } }, [4]),
      on(stock, 'two conditions, by any elements', { dim: { $gt: 15, $lt: 20 } }, [1, 2, 3, 5]),
      on(stock, '$elemMatch: both by one element', { dim: { $elemMatch: { $gt: 22, $lt: 30 } } }, [4]),
      on(stock, 'an element by its position', { 'dim.1': { $gt: 25 } }, [4]),
      on(stock, '$size', { tags: { $size: 3 } }, [3]),
    ],
  },
  {
    page: 'tutorial/query-array-of-documents',
    cases: [
      on(stored, 'a whole element', { in: { place: 'A', qty: 5 } }, [1]),
      on(stored, 'a whole element in another order', { in: { qty: 5, place: 'A' } }, []),
      on(stored, 'a field of any element', { 'in.qty': { $lte: 20 } }, [1, 2, 3, 4, 5]),
      on(stored, 'a field of the first element', { 'in.0.qty': { $lte: 20 } }, [1, 2, 5]),
      on(stored, 'one element for both', { in: { $elemMatch: { qty: 5, place: 'A' } } }, [1]),
      on(
        stored,
        'one element between bounds',
        { in: { $elemMatch: { qty: { $gt: 10, $lte: 20 } } } },
        [1, 3, 5],
      ),
      on(stored, 'different elements between bounds', { 'in.qty': { $gt: 10, $lte: 20 } }, [1, 3, 4, 5]),
      on(stored, 'different elements for both', { 'in.qty': 5, 'in.place': 'A' }, [1, 4]),
    ],
  },
  {
    page: 'tutorial/query-for-null-fields',
    cases: [
      on(absent, 'null finds what is null or missing', { item: null }, [1, 2]),
      on(absent, '$type 10 finds null alone', { item: { $type: 10 } }, [1]),
      on(absent, '$exists false finds what is missing', { item: { $exists: false } }, [2]),
      on(absent, '$ne null', { item: { $ne: null } }, [3]),
    ],
  },
];
