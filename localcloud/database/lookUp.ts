import { Aggregator } from 'mingo/aggregator';
import { DatabaseError } from './databaseError';
import { isPlainObject, type Document } from './ejson';
import { fieldValues } from './fieldValues';
import { mingoContext } from './mingoContext';
import { EMPTY_ARRAY, isKeyScalar } from './orderedKey';

/** Runs a pipeline over another collection. */
export type RunPipeline = (collection: string, stages: Document[]) => Document[];

/**
 * The $lookup stage, in both forms: `{from, localField, foreignField, as}` and `{from, let, pipeline, as}`.
 * Each document asks the joined collection by itself, through its indexes; mingo's own $lookup would need the
 * whole collection in memory.
 */
export function lookUp(documents: Document[], spec: Document, run: RunPipeline): Document[] {
  const { from, as } = spec;
  if (typeof from !== 'string' || typeof as !== 'string' || as.includes('.')) {
    throw new DatabaseError('INVALID_PARAM', '$lookup needs the names `from` and `as`');
  }
  return documents.map((document) => ({
    ...document,
    [as]: run(from, pipelineFor(document, spec)),
  }));
}

function pipelineFor(document: Document, spec: Document): Document[] {
  const stages: Document[] = [];
  if (typeof spec.localField === 'string' && typeof spec.foreignField === 'string') {
    stages.push({ $match: equalMatch(document, spec.localField, spec.foreignField) });
  } else if (!Array.isArray(spec.pipeline)) {
    throw new DatabaseError('INVALID_PARAM', '$lookup needs localField and foreignField, or a pipeline');
  }
  if (Array.isArray(spec.pipeline)) {
    const variables = evaluateVariables(document, spec.let);
    stages.push(...(spec.pipeline as Document[]).map((stage) => bindStage(stage, variables)));
  }
  return stages;
}

function equalMatch(document: Document, localField: string, foreignField: string): Document {
  const values = fieldValues(document, localField).values.filter((value) => value !== EMPTY_ARRAY);
  if (values.length === 1) return { [foreignField]: isKeyScalar(values[0]) ? values[0] : { $eq: values[0] } };
  return { [foreignField]: { $in: values } };
}

function evaluateVariables(document: Document, declared: unknown): Map<string, unknown> {
  const variables = new Map<string, unknown>();
  if (!isPlainObject(declared)) return variables;
  const [values] = new Aggregator([{ $replaceRoot: { newRoot: declared } }], { context: mingoContext }).run([
    document,
  ]);
  for (const name of Object.keys(declared)) variables.set(name, values?.[name]);
  return variables;
}

/** Puts the variables' values into a stage; in a $match only expressions know variables. */
function bindStage(stage: Document, variables: Map<string, unknown>): Document {
  if (variables.size === 0) return stage;
  if (!('$match' in stage)) return bind(stage, variables) as Document;
  return { $match: bindExpressions(stage.$match, variables) };
}

function bindExpressions(query: unknown, variables: Map<string, unknown>): unknown {
  if (Array.isArray(query)) return query.map((part) => bindExpressions(part, variables));
  if (!isPlainObject(query)) return query;
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [
      key,
      key === '$expr'
        ? bind(value, variables)
        : key.startsWith('$')
          ? bindExpressions(value, variables)
          : value,
    ]),
  );
}

function bind(expression: unknown, variables: Map<string, unknown>): unknown {
  if (typeof expression === 'string' && expression.startsWith('$$')) {
    const [name, ...path] = expression.slice(2).split('.');
    if (!variables.has(name!)) return expression;
    const value =
      path.length === 0 ? variables.get(name!) : fieldValues(variables.get(name!), path.join('.')).values[0];
    return { $literal: value ?? null };
  }
  if (Array.isArray(expression)) return expression.map((part) => bind(part, variables));
  if (!isPlainObject(expression) || '$literal' in expression) return expression;
  return Object.fromEntries(Object.entries(expression).map(([key, value]) => [key, bind(value, variables)]));
}
