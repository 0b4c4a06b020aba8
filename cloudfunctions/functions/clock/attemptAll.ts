/**
 * Does a piece of work for each record; one that fails is named and keeps nobody else from its turn.
 * @returns how many succeeded
 */
export async function attemptAll<T extends { _id: string }>(
  records: readonly T[],
  failed: string[],
  work: (record: T) => Promise<unknown>,
): Promise<number> {
  let done = 0;
  for (const record of records) {
    try {
      await work(record);
      done += 1;
    } catch (error) {
      failed.push(`${record._id}: ${String(error)}`);
    }
  }
  return done;
}
