/** How long an instance trusts what it read of roles, sessions and cards in force. */
export const SHORT_MEMORY = 60_000;
const MOST_REMEMBERED = 500;

/**
 * Keeps answers in the instance's memory. A miss (null) is never kept, so that what is made now is seen now.
 * @param lifetime milliseconds; Infinity for what cannot change
 */
export function remember<T>(lifetime: number, read: (key: string) => Promise<T | null>) {
  const known = new Map<string, { value: T; until: number }>();

  function peek(key: string, now: number): T | null {
    const kept = known.get(key);
    // A clock set back must not prolong a memory.
    return kept && now < kept.until && kept.until - now <= lifetime ? kept.value : null;
  }

  function keep(key: string, value: T, now: number): void {
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, { value, until: now + lifetime });
  }

  return {
    peek,
    keep,
    async get(key: string, now: number): Promise<T | null> {
      const kept = peek(key, now);
      if (kept !== null) return kept;
      const value = await read(key);
      if (value !== null) keep(key, value, now);
      return value;
    },
    forget(key: string): void {
      known.delete(key);
    },
  };
}
