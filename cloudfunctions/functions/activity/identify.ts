import { requireCheckOutTime } from '../../bank/attendance';
import { requireFresh } from '../../bank/codes';
import type { Action } from '../../platform/serve';
import { readScan } from './scan';

/** Who stands here, before anything is credited. */
export const identify: Action<'activity', 'identify'> = {
  may: ['teller', 'manager'],
  writes: false,
  async run({ input, caller, now }) {
    const scan = await readScan(input, caller, now);
    requireCheckOutTime(scan.session, now);
    requireFresh(scan.code, now);
    const isIn = scan.attendance?.state === 'in';
    return {
      passbookId: scan.passbook._id,
      name: scan.name,
      kind: scan.passbook.kind,
      signedUp: scan.signUp?.state === 'signed',
      next: isIn ? 'checkOut' : 'checkIn',
      since: isIn ? (scan.attendance?.in.at ?? null) : null,
    };
  },
};
