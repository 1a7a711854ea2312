import { Query } from 'mingo/query';
import { calmly, mingoOptions, toPlain, type PlainDoc } from '../aggregation/mingo.js';
import type { Doc } from '../values/kinds.js';

/** `$expr`, the one condition evaluated by mingo. */
export const compileExpression = (expression: unknown): ((doc: Doc) => boolean) => {
  const query = calmly(() => new Query({ $expr: toPlain(expression) }, mingoOptions));
  return (doc) => calmly(() => query.test(toPlain(doc) as PlainDoc));
};
