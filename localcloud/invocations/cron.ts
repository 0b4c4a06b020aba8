/** Second, minute, hour, day of month, month, day of week, year; each the set of values that match. */
export type Cron = ((value: number) => boolean)[];

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/**
 * Reads the cloud's 7-field cron: numbers, `*`, `?`, lists, ranges and steps. Days of the week count from 0, Sunday.
 *
 * @throws Error when it is not one
 */
export function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 7) throw new Error(`a timer has 7 fields: "${text}"`);
  return fields.map((field) => parseField(field, text));
}

function parseField(field: string, text: string): (value: number) => boolean {
  const parts = field.split(',').map((part) => {
    const match = /^(\*|\?|\d+(?:-\d+)?)(?:\/(\d+))?$/.exec(part);
    if (!match) throw new Error(`cannot read "${part}" in the timer "${text}"`);
    const step = match[2] === undefined ? undefined : Number(match[2]);
    if (match[1] === '*' || match[1] === '?') return (value: number) => value % (step ?? 1) === 0;
    const [from, to] = match[1]!.split('-').map(Number) as [number, number | undefined];
    const last = to ?? (step === undefined ? from : Infinity);
    return (value: number) => value >= from && value <= last && (value - from) % (step ?? 1) === 0;
  });
  return (value) => parts.some((matches) => matches(value));
}

/** Whether the timer is due in this second, by China's clock. */
export function cronMatches(cron: Cron, time: number): boolean {
  const china = new Date(time + CHINA_OFFSET_MS);
  const values = [
    china.getUTCSeconds(),
    china.getUTCMinutes(),
    china.getUTCHours(),
    china.getUTCDate(),
    china.getUTCMonth() + 1,
    china.getUTCDay(),
    china.getUTCFullYear(),
  ];
  return values.every((value, i) => cron[i]!(value));
}
