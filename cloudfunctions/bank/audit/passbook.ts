import sum from 'lodash/sum';
import sumBy from 'lodash/sumBy';
import type { Line, Page, Passbook, RateCard } from '../../../types/entities';
import type { Digest } from '../canonical';
import { dueLines, type LeadingRecords, pointsOwed } from '../dueLine';
import { isFull, pageHash } from '../ledger';
import type { Finding } from '../../../types/finding';
import { Findings } from './findings';

/** A passbook with all that belongs to it. */
export interface PassbookFile extends LeadingRecords {
  passbook: Passbook;
  pages: readonly Page[];
}

/**
 * Replays a passbook from its first page and holds it to P1, P2, P3, P5 and P6.
 * @param cards of its branch
 * @param settled whether every chain must be complete; else a record may still wait for its line
 * @returns what does not fit, in the order of the pages
 */
export function auditPassbook(
  file: PassbookFile,
  cards: readonly RateCard[],
  digest: Digest,
  settled: boolean,
): Finding[] {
  const findings = new Findings();
  const lines = checkPages(file, digest, findings);
  checkSources(file, lines, cards, settled, findings);
  return findings.list;
}

/** P1: opening + lines = balance on every page, and balance − held = available ≥ 0. P5: the chain of pages. */
function checkPages({ passbook, pages }: PassbookFile, digest: Digest, findings: Findings): Line[] {
  const name = `passbooks ${passbook._id}`;
  const { page, balance, held, available, holds, lineCount } = passbook;
  // A full page may be written away while the passbook is still on it: the next step turns it.
  const turned = pages.filter(({ no }) => no !== page.no || !isFull(page)).sort((a, b) => a.no - b.no);
  let opening = 0;
  let firstLine = 1;
  let previousHash = '';
  turned.forEach((one, index) => {
    const { hash, ...content } = one;
    const here = `pages ${one._id}`;
    findings.check(one.no === index + 1, 'P5', here, `page ${index + 1} is missing before it`);
    findings.check(
      one.opening === opening,
      'P1',
      here,
      `opens with ${one.opening}, carried forward ${opening}`,
    );
    findings.check(
      one.firstLine === firstLine,
      'P5',
      here,
      `begins with line ${one.firstLine}, not ${firstLine}`,
    );
    const adds = one.opening + sumBy(one.lines, 'points');
    findings.check(one.closing === adds, 'P1', here, `closes with ${one.closing}, adds up to ${adds}`);
    findings.check(one.previousHash === previousHash, 'P5', here, 'is not chained to the page before');
    findings.check(hash === pageHash(content, digest), 'P5', here, 'has changed since it was turned');
    opening = one.closing;
    firstLine += one.lines.length;
    previousHash = hash;
  });
  findings.check(
    page.no === turned.length + 1,
    'P5',
    name,
    `is on page ${page.no} after ${turned.length} turned`,
  );
  findings.check(page.opening === opening, 'P1', name, `carries ${page.opening} forward, not ${opening}`);
  findings.check(
    page.firstLine === firstLine,
    'P5',
    name,
    `begins with line ${page.firstLine}, not ${firstLine}`,
  );
  findings.check(page.previousHash === previousHash, 'P5', name, 'is not chained to its last page');
  const adds = opening + sumBy(page.lines, 'points');
  findings.check(balance === adds, 'P1', name, `has ${balance}, its lines come to ${adds}`);
  const counted = page.lineCount === page.lines.length && page.idCount === page.ids.length;
  findings.check(counted, 'P1', name, 'miscounts its page');
  findings.check(lineCount === firstLine - 1 + page.lines.length, 'P1', name, `counts ${lineCount} lines`);
  findings.check(balance - held === available, 'P1', name, `${balance} − ${held} is not ${available}`);
  findings.check(available >= 0 && held >= 0, 'P1', name, 'is overdrawn');
  findings.check(sum(Object.values(holds)) === held, 'P1', name, `holds do not come to ${held}`);
  findings.check(Number.isSafeInteger(balance), 'P1', name, `balance ${balance} is no whole number`);
  return [...turned.flatMap((one) => one.lines), ...page.lines];
}

/**
 * P2 and P3: every line has its record, every record its line, once. P6: recomputing a line from its card and inputs
 * gives its amount.
 */
function checkSources(
  file: PassbookFile,
  lines: readonly Line[],
  cards: readonly RateCard[],
  settled: boolean,
  findings: Findings,
): void {
  const due = dueLines(file);
  const owed = new Map(due.map((line) => [line.id, line]));
  const cardOf = new Map(cards.map((card) => [card.version, card]));
  const seen = new Set<string>();
  for (const line of lines) {
    const { id, points } = line;
    const here = `passbooks ${file.passbook._id} ${id}`;
    const record = owed.get(id);
    findings.check(!seen.has(id), 'P3', here, 'stands twice');
    seen.add(id);
    findings.check(record !== undefined, 'P2', here, `${points} points without a record`);
    if (!record) continue;
    const byRecord = record.points ?? points;
    findings.check(byRecord === points, 'P2', here, `${points} points, by its record ${byRecord}`);
    const version = (record.rate ?? line.rate)?.version;
    const byCard = pointsOwed(record, line, version === undefined ? undefined : cardOf.get(version));
    findings.check(byCard === points, 'P6', here, `${points} points, by its card ${String(byCard)}`);
  }
  for (const line of due)
    findings.check(
      seen.has(line.id) || !(settled || line.settled),
      'P3',
      `${line.source.kind} ${line.source.id}`,
      `its line ${line.id} is missing`,
    );
}
