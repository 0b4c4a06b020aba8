import { serve } from '../../platform/serve';
import { people } from '../../store/people';
import { attendances } from './attendances';
import { cancel } from './cancel';
import { checkIn } from './checkIn';
import { checkOut } from './checkOut';
import { get } from './get';
import { identify } from './identify';
import { list } from './list';
import { publish } from './publish';
import { traced } from './refusedScan';
import { signUp } from './signUp';
import { undo } from './undo';
import { withdraw } from './withdraw';

export const main = serve('activity', people, {
  list,
  get,
  signUp,
  withdraw,
  publish,
  cancel,
  attendances,
  identify,
  checkIn: traced(checkIn),
  checkOut: traced(checkOut),
  undo,
});
