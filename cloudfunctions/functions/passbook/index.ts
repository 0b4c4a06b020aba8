import { serve } from '../../platform/serve';
import { people } from '../../store/people';
import { acts } from './acts';
import { branches } from './branches';
import { close } from './close';
import { closings } from './closings';
import { codeKey } from './codeKey';
import { home } from './home';
import { open } from './open';
import { pages } from './pages';

export const main = serve('passbook', people, {
  branches,
  open,
  home,
  pages,
  acts,
  closings,
  codeKey,
  close,
});
