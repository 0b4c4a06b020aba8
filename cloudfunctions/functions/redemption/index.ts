import { serve } from '../../platform/serve';
import { people } from '../../store/people';
import { cancel } from './cancel';
import { catalogue } from './catalogue';
import { confirm } from './confirm';
import { identify } from './identify';
import { order } from './order';
import { orders } from './orders';
import { reserve } from './reserve';
import { undo } from './undo';

export const main = serve('redemption', people, {
  catalogue,
  reserve,
  cancel,
  orders,
  order,
  identify,
  confirm,
  undo,
});
