import * as v from 'valibot';
import { activity } from './activity';
import { desk } from './desk';
import { requestId } from './fields';
import { passbook } from './passbook';
import { rates } from './rates';
import { redemption } from './redemption';

/** What each action takes. Anything that does not fit is refused before the action sees it. */
export const schemas = { passbook, activity, redemption, rates, desk };

/** What every invocation by a person looks like from outside. */
export const envelope = v.looseObject({
  action: v.pipe(v.string(), v.maxLength(40)),
  input: v.optional(
    v.pipe(
      v.unknown(),
      v.check((value) => !Array.isArray(value)),
    ),
    {},
  ),
  requestId: v.optional(requestId),
});
