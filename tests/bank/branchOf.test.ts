import { attemptId, placeKey } from '../../cloudfunctions/bank/attendance';
import { branchOfAttendance, branchOfPassbook } from '../../cloudfunctions/bank/branchOf';
import { passbookNumber } from '../../cloudfunctions/bank/passbookNumber';

describe('the branch of a record', () => {
  const passbookId = passbookNumber('0211', 155);

  it('is told by the passbook’s number, before anything is read', () => {
    expect(branchOfPassbook(passbookId)).toBe('0211');
    expect(branchOfAttendance(attemptId(placeKey('s_1', passbookId), 1))).toBe('0211');
  });

  it('is told by no other id', () => {
    expect(branchOfAttendance('s_1')).toBeNull();
  });
});
