import { serve } from '../../platform/serve';
import { people } from '../../store/people';
import { abandon } from './abandon';
import { amend } from './amend';
import { comment } from './comment';
import { confirmRecord } from './confirmRecord';
import { council } from './council';
import { current } from './current';
import { decide } from './decide';
import { history } from './history';
import { open } from './open';
import { addPhoto, photo } from './photo';
import { preview } from './preview';
import { proposal } from './proposal';
import { propose } from './propose';
import { publish } from './publish';
import { record } from './record';
import { review, reviews } from './review';
import { subscribe } from './subscribe';
import { suggest } from './suggest';
import { suggestions } from './suggestions';
import { vote } from './vote';

export const main = serve('rates', people, {
  current,
  history,
  publish,
  council,
  proposal,
  propose,
  amend,
  comment,
  abandon,
  suggest,
  suggestions,
  preview,
  open,
  vote,
  record,
  confirmRecord,
  addPhoto,
  photo,
  decide,
  review,
  reviews,
  subscribe,
});
