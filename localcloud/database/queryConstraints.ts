import { isDate, isPlainObject, isRegExp, type Document } from './ejson';
import { encodeKeyPart, isKeyScalar } from './orderedKey';

export interface Bound {
  value: unknown;
  inclusive: boolean;
}

/** What a query certainly demands of one field; an index may narrow the search by it, never decide the match. */
export interface FieldConstraint {
  equals?: unknown[];
  lower?: Bound;
  upper?: Bound;
}

export interface QueryConstraints {
  fields: Map<string, FieldConstraint>;
  /** The constraints say all that the query says (for one value per field). */
  exact: boolean;
}

const COMPARISONS = new Set(['$eq', '$in', '$gt', '$gte', '$lt', '$lte']);

/** Reads the constraints that hold for every match of the query: its own, those under $and, and simple $expr. */
export function queryConstraints(query: Document): QueryConstraints {
  const constraints: QueryConstraints = { fields: new Map(), exact: true };
  readConjunction(query, constraints);
  return constraints;
}

function readConjunction(query: Document, into: QueryConstraints): void {
  for (const [key, condition] of Object.entries(query)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) readConjunction(part as Document, into);
    } else if (key === '$expr') {
      into.exact = false;
      readExpression(condition, into);
    } else if (key.startsWith('$')) {
      into.exact = false;
    } else {
      readField(key, condition, into);
    }
  }
}

function readField(field: string, condition: unknown, into: QueryConstraints): void {
  const operators = isPlainObject(condition) && Object.keys(condition).some((key) => key.startsWith('$'));
  const conditions = operators ? condition : { $eq: condition };
  for (const [operator, operand] of Object.entries(conditions)) {
    if (!COMPARISONS.has(operator) || !constrain(field, operator, operand, into)) into.exact = false;
  }
}

/** @returns whether the condition could be expressed */
function constrain(field: string, operator: string, operand: unknown, into: QueryConstraints): boolean {
  if (operator === '$in') {
    if (!Array.isArray(operand) || !operand.every(isKeyScalar)) return false;
    return addEquals(field, operand, into);
  }
  if (!isKeyScalar(operand)) return false;
  if (operator === '$eq') return addEquals(field, [operand], into);
  // Ranges around null, NaN and the like are left to the matcher.
  if (operand === null || Number.isNaN(operand)) return false;
  const constraint = constraintOf(field, into);
  const bound = { value: operand, inclusive: operator.endsWith('e') };
  const side = operator.startsWith('$g') ? 'lower' : 'upper';
  if (constraint[side] || constraint.equals) into.exact = false;
  // With two bounds on one side either is true of every match; the first is as good as the other.
  constraint[side] ??= bound;
  return true;
}

function addEquals(field: string, values: unknown[], into: QueryConstraints): boolean {
  const constraint = constraintOf(field, into);
  if (constraint.equals || constraint.lower || constraint.upper) into.exact = false;
  const distinct = [
    ...new Map(values.map((value) => [encodeKeyPart(value).toString('latin1'), value])).values(),
  ];
  if (!constraint.equals || distinct.length < constraint.equals.length) constraint.equals = distinct;
  return true;
}

function constraintOf(field: string, into: QueryConstraints): FieldConstraint {
  let constraint = into.fields.get(field);
  if (!constraint) {
    constraint = {};
    into.fields.set(field, constraint);
  }
  return constraint;
}

/** `{$eq: ['$field', constant]}`, `{$in: ['$field', constants]}` and $and of such, as lookups by pipeline use them. */
function readExpression(expression: unknown, into: QueryConstraints): void {
  if (!isPlainObject(expression)) return;
  const [operator, operands] = Object.entries(expression)[0] ?? [];
  if (!Array.isArray(operands)) return;
  if (operator === '$and') {
    for (const part of operands) readExpression(part, into);
  } else if (operator === '$eq') {
    const [a, b] = operands as [unknown, unknown];
    readComparison(a, b, into);
    readComparison(b, a, into);
  } else if (operator === '$in') {
    const field = fieldPath(operands[0]);
    const values = constantOf(operands[1]);
    if (field && Array.isArray(values) && values.every(isKeyScalar)) addEquals(field, values, into);
  }
}

function readComparison(path: unknown, constant: unknown, into: QueryConstraints): void {
  const field = fieldPath(path);
  const value = constantOf(constant);
  // Not null: in an expression a missing field is not null, but not the other way round either.
  if (field && value !== null && isKeyScalar(value)) addEquals(field, [value], into);
}

function fieldPath(operand: unknown): string | undefined {
  return typeof operand === 'string' && /^\$[^$]/.test(operand) ? operand.slice(1) : undefined;
}

function constantOf(operand: unknown): unknown {
  if (isPlainObject(operand)) return '$literal' in operand ? operand.$literal : undefined;
  if (typeof operand === 'string' && operand.startsWith('$')) return undefined;
  if (isRegExp(operand)) return undefined;
  if (Array.isArray(operand)) return operand.map(constantOf);
  return isDate(operand) || isKeyScalar(operand) ? operand : undefined;
}
