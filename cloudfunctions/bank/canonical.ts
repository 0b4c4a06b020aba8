/** SHA-256 of a text, in hex. Given by whoever calls, so that the rules stay pure. */
export type Digest = (text: string) => string;

/** JSON with every object's keys in order: the same value gives the same text, whatever a database did to it. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
