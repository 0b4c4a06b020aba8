/** So much of a hash as tells it from a forged one at a glance: `9F3A 01BC 77D2 E410`. */
export function shortHash(hash: string): string {
  return inFours(hash.slice(0, 16));
}

/** What follows on the short hash, in the same groups. */
export function restOfHash(hash: string): string {
  return inFours(hash.slice(16));
}

function inFours(digits: string): string {
  return (digits.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');
}
