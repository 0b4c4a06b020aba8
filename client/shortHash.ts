/** So much of a rate card's hash as tells it from a forged one at a glance: `9F3A 01BC 77D2 E410`. */
export function shortHash(hash: string): string {
  return (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ');
}
