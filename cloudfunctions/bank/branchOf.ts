/**
 * The branch that a passbook's number names. Asked before anything is read, so that whoever may not act there learns
 * nothing of which numbers are given out.
 */
export function branchOfPassbook(passbookId: string): string {
  return passbookId.slice(0, 4);
}

/** The branch that an attendance's id names by its passbook; null if it is no such id. */
export function branchOfAttendance(attendanceId: string): string | null {
  const [, passbookId] = attendanceId.split('#');
  return passbookId === undefined ? null : branchOfPassbook(passbookId);
}
