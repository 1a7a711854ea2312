import type { Chapter } from './case.js';
import { one, refused } from './data.js';

const grades = {
  grades: [
    { grade: 80, mean: 75, std: 8 },
    { grade: 85, mean: 90, std: 5 },
    { grade: 90, mean: 85, std: 3 },
  ],
};

export const arrayUpdates: readonly Chapter[] = [
  {
    page: 'reference/operator/update/push',
    cases: [
      one({ s: [1] }, 'adds at the end', { $push: { s: 2 } }, { s: [1, 2] }),
      one({ s: [1] }, 'adds an array as one element', { $push: { s: [2, 3] } }, { s: [1, [2, 3]] }),
      one({ s: [1] }, '$each adds each', { $push: { s: { $each: [2, 3] } } }, { s: [1, 2, 3] }),
      one({ s: [1, 4] }, '$position', { $push: { s: { $each: [2, 3], $position: 1 } } }, { s: [1, 2, 3, 4] }),
      one(
        { s: [1, 4] },
        'a negative $position counts from the end',
        { $push: { s: { $each: [3], $position: -1 } } },
        { s: [1, 3, 4] },
      ),
      one(
        { q: [{ w: 2, s: 8 }] },
        '$sort, then $slice',
        {
          $push: {
            q: {
              $each: [
                { w: 3, s: 7 },
                { w: 1, s: 9 },
              ],
              $sort: { s: -1 },
              $slice: 2,
            },
          },
        },
        {
          q: [
            { w: 1, s: 9 },
            { w: 2, s: 8 },
          ],
        },
      ),
      one(
        { s: [1, 2, 3] },
        'a negative $slice keeps the last',
        { $push: { s: { $each: [4], $slice: -2 } } },
        { s: [3, 4] },
      ),
      refused({ s: 1 }, 'needs an array', { $push: { s: 1 } }, 2),
    ],
  },
  {
    page: 'reference/operator/update/addToSet',
    cases: [
      one({ t: ['a'] }, 'adds what is missing', { $addToSet: { t: 'b' } }, { t: ['a', 'b'] }),
      one({ t: ['a'] }, 'leaves what is there', { $addToSet: { t: 'a' } }, { t: ['a'] }),
      one({ t: ['a'] }, '$each', { $addToSet: { t: { $each: ['b', 'a', 'b'] } } }, { t: ['a', 'b'] }),
      one(
        { t: [{ x: 1, y: 2 }] },
        'another order of fields is another value',
        { $addToSet: { t: { y: 2, x: 1 } } },
        {
          t: [
            { x: 1, y: 2 },
            { y: 2, x: 1 },
          ],
        },
      ),
    ],
  },
  {
    page: 'reference/operator/update/pull',
    cases: [
      one(
        { f: ['a', 'b', 'c'], v: [1, 2] },
        'by value and by condition',
        { $pull: { f: { $in: ['a', 'b'] }, v: 2 } },
        { f: ['c'], v: [1] },
      ),
      one(
        {
          r: [
            { i: 'A', s: 5 },
            { i: 'B', s: 8 },
          ],
        },
        'documents by some of their fields',
        { $pull: { r: { s: 8 } } },
        { r: [{ i: 'A', s: 5 }] },
      ),
      one({ s: [0, 2, 5, 5, 0] }, '$pullAll', { $pullAll: { s: [0, 5] } }, { s: [2] }),
      one({ s: [8, 9, 10] }, '$pop from the front', { $pop: { s: -1 } }, { s: [9, 10] }),
      one({ s: [8, 9, 10] }, '$pop from the end', { $pop: { s: 1 } }, { s: [8, 9] }),
      refused({ s: [1] }, '$pop takes 1 or -1', { $pop: { s: 2 } }, 9),
    ],
  },
  {
    page: 'reference/operator/update/positional',
    cases: [
      one(
        { g: [85, 80, 80] },
        'the first element that matched',
        { $set: { 'g.$': 82 } },
        { g: [85, 82, 80] },
        { g: 80 },
      ),
      one(
        grades,
        'a field of the element',
        { $set: { 'grades.$.std': 6 } },
        { grades: [grades.grades[0], { grade: 85, mean: 90, std: 6 }, grades.grades[2]] },
        { 'grades.grade': 85 },
      ),
      one(
        { a: [{ n: 1 }, { n: 2 }] },
        'two changes of one element, though the first ends the match',
        { $set: { 'a.$.n': 2, 'a.$.m': 3 } },
        { a: [{ n: 2, m: 3 }, { n: 2 }] },
        { 'a.n': 1 },
      ),
      refused({ g: [1] }, 'no array matched', { $set: { 'g.$': 1 } }, 2, { _id: 1 }),
      refused({ a: [{ n: 1 }] }, 'the same place written twice', { $set: { 'a.$.n': 2, 'a.0.n': 3 } }, 40, {
        'a.n': 1,
      }),
    ],
  },
  {
    page: 'reference/operator/update/positional-all',
    cases: [
      one({ g: [85, 82] }, 'every element', { $inc: { 'g.$[]': 10 } }, { g: [95, 92] }),
      one(
        { a: [{ n: [1, 2] }, { n: [3] }] },
        'every element of every element',
        { $inc: { 'a.$[].n.$[]': 1 } },
        { a: [{ n: [2, 3] }, { n: [4] }] },
      ),
      refused({ a: 1 }, 'needs an array', { $set: { 'a.$[]': 1 } }, 2),
    ],
  },
  {
    page: 'reference/operator/update/positional-filtered',
    cases: [
      one(
        { g: [95, 102, 90, 150] },
        'the elements that a filter names',
        { $set: { 'g.$[e]': 100 } },
        { g: [95, 100, 90, 100] },
        {},
        { arrayFilters: [{ e: { $gte: 100 } }] },
      ),
      one(
        {
          a: [
            { n: 1, m: 0 },
            { n: 1, m: 0 },
          ],
        },
        'two changes by one filter, though the first ends its match',
        { $set: { 'a.$[e].n': 2, 'a.$[e].m': 5 } },
        {
          a: [
            { n: 2, m: 5 },
            { n: 2, m: 5 },
          ],
        },
        {},
        { arrayFilters: [{ 'e.n': 1 }] },
      ),
      refused(
        { a: [1] },
        'a filter that is not used',
        { $set: { b: 1 } },
        9,
        {},
        { arrayFilters: [{ e: 1 }] },
      ),
      refused({ a: [1] }, 'an element without a filter', { $set: { 'a.$[e]': 1 } }, 2),
    ],
  },
];
