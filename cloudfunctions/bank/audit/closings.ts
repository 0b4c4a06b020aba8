import { addDays, dayOf } from '../../../types/day';
import type { Closing } from '../../../types/closing';
import type { Branch, Page, Passbook } from '../../../types/entities';
import type { Digest } from '../canonical';
import { closingHash, headAt } from '../closing';
import type { Finding } from '../../../types/finding';
import { Findings } from './findings';

/**
 * P5 and P2: a branch's closings are an unbroken chain of days from its first, each as it was when it was made,
 * each opening with what the day before left; and none of them found a difference.
 */
export function auditClosings(branch: Branch, closings: readonly Closing[], digest: Digest): Finding[] {
  const findings = new Findings();
  let day = dayOf(branch.createdAt);
  let previousHash = '';
  let opening = 0;
  for (const closing of [...closings].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const { hash, closedAt: _at, ...content } = closing;
    const here = `closings ${closing._id}`;
    findings.check(closing.day === day, 'P5', here, `the closing of ${day} is missing before it`);
    findings.check(closing.previousHash === previousHash, 'P5', here, 'is not chained to the day before');
    findings.check(hash === closingHash(content, digest), 'P5', here, 'has changed since it was made');
    findings.check(closing.opening === opening, 'P2', here, `opens with ${closing.opening}, not ${opening}`);
    for (const { what, document, lineId, found, expected } of closing.differences)
      findings.check(
        false,
        'P2',
        here,
        `${what}: ${document} ${lineId ?? ''} ${String(found)}, expected ${String(expected)}`,
      );
    day = addDays(closing.day, 1);
    previousHash = hash;
    opening = closing.outstanding;
  }
  return findings.list;
}

/** P5: a passbook is as the closings saw it, on each day that they took its head. */
export function auditHeads(
  { _id, page }: Passbook,
  pages: readonly Page[],
  closings: readonly Pick<Closing, '_id' | 'day' | 'heads'>[],
  digest: Digest,
): Finding[] {
  const findings = new Findings();
  const all = [...pages.filter(({ no }) => no < page.no), page].sort((a, b) => a.no - b.no);
  const written = new Set(all.flatMap(({ lines }) => lines.map(({ bookedOn }) => bookedOn)));
  for (const closing of closings) {
    const head = closing.heads[_id] ?? null;
    const expected = written.has(closing.day) ? headAt(_id, all, closing.day, digest) : null;
    findings.check(
      head === expected,
      'P5',
      `passbooks ${_id}`,
      `is not as it was when ${closing._id} was made`,
    );
  }
  return findings.list;
}
