import { Context, evalExpr } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import { MongoError } from '../errors.js';
import { compareValues } from '../values/order.js';

/** In expressions a missing field is below null; otherwise the order is that of queries. */
const compareOperands = (a: unknown, b: unknown): number =>
  (a === undefined && b === null) || (a === null && b === undefined)
    ? Number(b === undefined) - Number(a === undefined)
    : compareValues(a, b);

type EvaluateOptions = Parameters<typeof evalExpr>[2];

const operandsOf = (doc: unknown, expression: unknown, options: EvaluateOptions): readonly unknown[] => {
  const operands = evalExpr(doc, expression, options);
  if (Array.isArray(operands) && operands.length === 2) return operands;
  throw new MongoError('BadPipeline', 'A comparison takes exactly 2 arguments');
};

const comparison =
  (answer: (order: number) => unknown) =>
  (doc: unknown, expression: unknown, options: EvaluateOptions): unknown => {
    const [a, b] = operandsOf(doc, expression, options);
    return answer(compareOperands(a, b));
  };

const includes = (doc: unknown, expression: unknown, options: EvaluateOptions): boolean => {
  const [value, list] = operandsOf(doc, expression, options);
  if (!Array.isArray(list)) throw new MongoError('BadPipeline', '$in requires an array as a second argument');
  return list.some((element) => compareOperands(element, value) === 0);
};

/** mingo's `$push` keeps a null for a missing value, MongoDB's leaves it out. */
const push = (docs: readonly unknown[], expression: unknown, options: EvaluateOptions): unknown[] => {
  const { idKey, processingMode, useStrictMode, scriptEnabled, failOnError } = options;
  // Options made anew: those of a running pipeline would evaluate against its current document.
  const own = { idKey, processingMode, useStrictMode, scriptEnabled, failOnError, context };
  return docs.map((doc) => evalExpr(doc, expression, own)).filter((value) => value !== undefined);
};

/** mingo compares within one type only; MongoDB's expressions compare across all of them. */
const ours = Context.init({
  accumulator: { $push: push },
  expression: {
    $cmp: comparison(Math.sign),
    $eq: comparison((order) => order === 0),
    $ne: comparison((order) => order !== 0),
    $gt: comparison((order) => order > 0),
    $gte: comparison((order) => order >= 0),
    $lt: comparison((order) => order < 0),
    $lte: comparison((order) => order <= 0),
    $in: includes,
  },
});

const theirs = Context.init({ accumulator, expression, pipeline, projection, query });

/** Of two operators of one name, the first context's counts. */
export const context: Context = Context.from(ours, theirs);
