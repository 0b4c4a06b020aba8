import { BankError } from '../../../types/errors';
import type { Action } from '../../platform/serve';
import { claimPhoto, getPhoto } from '../../store/minutes';

/** First bytes of a JPEG and of a PNG, in base64. */
const PICTURES = ['/9j/', 'iVBORw0KGgo'];

/** A photo of the meeting, for the minutes. */
export const addPhoto: Action<'rates', 'addPhoto'> = {
  may: ['manager'],
  writes: true,
  async run({ input: { branchId, data }, caller, now, requestId, idFor }) {
    caller.requireAt(branchId);
    if (!PICTURES.some((start) => data.startsWith(start)))
      throw new BankError('BAD_INPUT', { path: 'input.data' });
    const act = { by: caller.personId, at: now, requestId };
    const { record } = await claimPhoto({ _id: idFor('f'), branchId, data, act });
    if (record.data !== data) throw new BankError('REQUEST_REUSED', {});
    return { photoId: record._id };
  },
};

/** Minutes and their photos are open to everybody, as the vote is. */
export const photo: Action<'rates', 'photo'> = {
  may: ['anyone'],
  writes: false,
  async run({ input }) {
    const found = await getPhoto(input.photoId);
    if (!found) throw new BankError('NOT_FOUND', { what: 'photo' });
    return { data: found.data };
  },
};
