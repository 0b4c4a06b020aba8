import { Context } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';

type QueryOperator = typeof query.$gt;

/**
 * mingo 7.2.6 takes NaN for equal to every number in $gte and $lte, so that a balance gone NaN would satisfy
 * "at least 5"; in MongoDB it satisfies nothing but NaN itself.
 */
const orEqual =
  (beyond: QueryOperator): QueryOperator =>
  (selector, value, options) => {
    const isBeyond = beyond(selector, value, options);
    const isEqual = query.$eq(selector, value, options);
    return (document) => isBeyond(document) || isEqual(document);
  };

/** All of mingo's operators, with MongoDB's view of NaN. */
export const mingoContext = Context.init({
  accumulator,
  expression,
  pipeline,
  projection,
  query: { ...query, $gte: orEqual(query.$gt), $lte: orEqual(query.$lt) },
  window,
} as unknown as Parameters<typeof Context.init>[0]);
