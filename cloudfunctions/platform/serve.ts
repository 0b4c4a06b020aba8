import * as v from 'valibot';
import type { Instant } from '../../types/day';
import type { Person } from '../../types/entities';
import { BankError } from '../../types/errors';
import type { ActionName, Answer, FunctionName, Input, Output } from '../../types/routes';
import { envelope, schemas } from '../../types/schema';
import { type Access, Caller, identity } from './caller';
import { isDatabaseError } from './database';
import { idOfRequest } from './ids';

/** What an action is given: parsed input, the caller, the bank's clock. */
export interface Request<F extends FunctionName, A extends ActionName<F>> {
  input: Input<F, A>;
  caller: Caller;
  now: Instant;
  /** Made by the client, the same for every attempt at one thing; '' for actions that write nothing. */
  requestId: string;
  /** The id of what this request makes: the same for every attempt. */
  idFor(prefix: string): string;
}

export interface Action<F extends FunctionName, A extends ActionName<F>> {
  /** Who may call it. Which branch or passbook, the action asks of the caller. */
  may: readonly Access[];
  /** A writing action must carry a request id. */
  writes: boolean;
  /** The caller must be known as they are, not as remembered for a minute. */
  knowsAfresh?: boolean;
  run(request: Request<F, A>): Promise<Output<F, A>>;
}

type Actions<F extends FunctionName> = { [A in ActionName<F>]: Action<F, A> };

/** How people are found and remembered for a while. */
export interface People {
  get(personId: string, now: Instant): Promise<Person | null>;
  forget(personId: string): void;
}

/** Refusals that a role or passbook given a moment ago, and not yet known here, would explain. */
const PERHAPS_STALE = new Set<string>(['FORBIDDEN', 'PASSBOOK_NEEDED', 'WRONG_BRANCH']);

/**
 * Makes a deployed function's `main` out of its actions: takes the envelope apart, parses the input by the
 * contract's schema, finds the caller, checks the role, runs the action, and turns errors into answers.
 * Nothing reaches the database before the input is known to be well-formed.
 */
export function serve<F extends FunctionName>(name: F, people: People, actions: Actions<F>) {
  return async (event: unknown): Promise<Answer<unknown>> => {
    const now = Date.now();
    let label: string = name;
    try {
      const { action, input, requestId = '' } = parse(envelope, event, '');
      if (!Object.hasOwn(actions, action)) throw new BankError('UNKNOWN_ACTION', {});
      label = `${name}.${action}`;
      const known = action as ActionName<F>;
      const { may, writes, knowsAfresh, run } = actions[known];
      const schema = (schemas[name] as Record<string, v.GenericSchema>)[known]!;
      const parsed = parse(schema, input, 'input.') as Input<F, typeof known>;
      if (writes && requestId === '') throw new BankError('BAD_INPUT', { path: 'requestId' });

      const { openid, personId } = identity();
      if (personId && knowsAfresh) people.forget(personId);
      const attempt = async () => {
        const person = personId ? await people.get(personId, now) : null;
        const caller = new Caller(personId, openid, person, may);
        caller.requireAdmission();
        return run({
          input: parsed,
          caller,
          now,
          requestId,
          idFor: (prefix) => idOfRequest(prefix, caller.personId, label, requestId),
        });
      };
      const data = await attempt().catch((error: unknown) => {
        if (!personId || !(error instanceof BankError) || !PERHAPS_STALE.has(error.code)) throw error;
        people.forget(personId);
        return attempt();
      });
      return { ok: true, data, now };
    } catch (error) {
      return { ok: false, error: refusalOf(error, label), now };
    }
  };
}

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown, prefix: string): T {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const path = v.getDotPath(result.issues[0]) ?? '';
  throw new BankError('BAD_INPUT', { path: `${prefix}${path}`.slice(0, 80) });
}

/** The one place where an error becomes an answer. What is not the bank's own stays in the log. */
function refusalOf(error: unknown, label: string): { code: BankError['code']; details: object } {
  if (error instanceof BankError) return { code: error.code, details: error.details };
  console.error(label, error);
  return isDatabaseError(error) ? { code: 'BUSY', details: {} } : { code: 'INTERNAL', details: {} };
}
