/** Reads an amount in yuan as typed ("35" or "35.5") as whole cents; null when it is none. */
export function parseYuan(text: string): number | null {
  const match = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
