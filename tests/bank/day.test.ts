import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { addDays, DAY, dayOf, shanghai, startOfDay } from '../../types/day';

const anyInstant = fc.integer({ min: 0, max: Date.UTC(2099, 11, 30) });

describe('the bank’s day', () => {
  it('begins at midnight in Shanghai', () => {
    expect(dayOf(Date.UTC(2026, 10, 19, 15, 59, 59, 999))).toBe('2026-11-19');
    expect(dayOf(Date.UTC(2026, 10, 19, 16))).toBe('2026-11-20');
    expect(startOfDay('2026-11-20')).toBe(Date.UTC(2026, 10, 19, 16));
    expect(shanghai(Date.UTC(2026, 10, 20, 2)).format('HH:mm')).toBe('10:00');
  });

  it('holds every moment between its own midnight and the next', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        const day = dayOf(at);
        expect(startOfDay(day)).toBeLessThanOrEqual(at);
        expect(startOfDay(addDays(day, 1))).toBe(startOfDay(day) + DAY);
        expect(at).toBeLessThan(startOfDay(addDays(day, 1)));
      }),
    );
  });

  it('counts days forth and back over months and leap years, and compares as text', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 400 }), (at, count) => {
        const day = dayOf(at);
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(addDays(day, count) > day).toBe(true);
      }),
    );
  });

  it('is the same on any machine, whatever its zone', () => {
    const { outputFiles } = buildSync({
      stdin: { contents: script(), resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      platform: 'node',
      write: false,
    });
    const told = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/Berlin'].map(
      (TZ) =>
        execFileSync(process.execPath, ['-e', outputFiles[0]!.text], {
          env: { ...process.env, TZ },
          encoding: 'utf8',
        }),
    );
    expect(new Set(told).size).toBe(1);
    expect(JSON.parse(told[0]!)).toContain('2026-11-20');
  });
});

/** Prints days around midnights and around the hours at which other zones change their clocks. */
function script(): string {
  return `
    import { addDays, dayOf, startOfDay } from './types/day';
    const begin = Date.UTC(2026, 9, 24);
    const moments = Array.from({ length: 700 }, (_, hour) => begin + hour * 3_600_000 - 1);
    console.log(JSON.stringify(moments.flatMap((at) => [dayOf(at), startOfDay(dayOf(at)), addDays(dayOf(at), 30)])));`;
}
