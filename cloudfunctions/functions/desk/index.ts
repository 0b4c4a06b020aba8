import { serve } from '../../platform/serve';
import { people } from '../../store/people';
import { accept } from './accept';
import { addReward } from './addReward';
import { approve } from './approve';
import { audit } from './audit';
import { award } from './award';
import { awards } from './awards';
import { branches } from './branches';
import { charter } from './charter';
import { closings } from './closings';
import { correct } from './correct';
import { corrections } from './corrections';
import { createBranch } from './createBranch';
import { decideCorrection } from './decideCorrection';
import { freeze, unfreeze } from './freeze';
import { invitation } from './invitation';
import { invite } from './invite';
import { lapsed } from './lapsed';
import { lines } from './lines';
import { members } from './members';
import { merchants } from './merchants';
import { openFor } from './openFor';
import { passbooks } from './passbooks';
import { rewards } from './rewards';
import { setUp } from './setUp';
import { settleHours } from './settleHours';
import { stock } from './stock';
import { trail } from './trail';
import { vacate } from './vacate';
import { waiting } from './waiting';

export const main = serve('desk', people, {
  setUp,
  createBranch,
  branches,
  members,
  charter,
  vacate,
  invite,
  invitation,
  accept,
  merchants,
  passbooks,
  openFor,
  freeze,
  unfreeze,
  award,
  awards,
  approve,
  closings,
  trail,
  audit,
  lines,
  correct,
  corrections,
  decideCorrection,
  lapsed,
  settleHours,
  waiting,
  rewards,
  addReward,
  stock,
});
