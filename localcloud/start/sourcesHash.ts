import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One figure for all files under the named files and folders: their names and what is in them. */
export function sourcesHash(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, root, source);
  return hash.digest('hex');
}

function addTo(hash: Hash, root: string, name: string): void {
  const path = join(root, name);
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    const content = readFileSync(path);
    hash.update(`${name}\0${content.length}\0`).update(content);
    return;
  }
  // Editors and systems leave hidden files about.
  const entries = readdirSync(path).filter((entry) => !entry.startsWith('.'));
  for (const entry of entries.sort()) addTo(hash, root, `${name}/${entry}`);
}
