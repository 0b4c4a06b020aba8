/**
 * Does a piece of work for each record; one that fails is named and keeps nobody else from its turn.
 * @param work answers false where there turned out to be nothing to do
 * @returns how many were done
 */
export async function attemptAll<T extends { _id: string }>(
  records: readonly T[],
  failed: string[],
  work: (record: T) => Promise<unknown>,
): Promise<number> {
  let done = 0;
  for (const record of records) {
    try {
      if ((await work(record)) !== false) done += 1;
    } catch (error) {
      failed.push(`${record._id}: ${String(error)}`);
    }
  }
  return done;
}
