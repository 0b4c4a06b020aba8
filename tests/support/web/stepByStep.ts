/**
 * Tests that build on each other: after one has failed, the ones behind it say so at once.
 * @returns what stands for `it` in their walk
 */
export function stepByStep(): (name: string, deed: () => Promise<void>) => void {
  let hasFailed = false;
  return (name, deed) =>
    it(name, async () => {
      if (hasFailed) throw Object.assign(new Error('a step before it failed'), { stack: '' });
      hasFailed = true;
      await deed();
      hasFailed = false;
    });
}
