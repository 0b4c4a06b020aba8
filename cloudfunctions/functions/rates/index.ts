import { serve } from '../../platform/serve';
import { people } from '../../store/people';
import { current } from './current';
import { publish } from './publish';

export const main = serve('rates', people, { current, publish });
