import {
  applyStep,
  closePage,
  judge,
  nextPage,
  type PassbookStep,
  type Verdict,
  verdictOfTaken,
} from '../../cloudfunctions/bank/ledger';
import { sha256 } from '../../cloudfunctions/platform/secret';
import type { Page, Passbook } from '../../types/entities';
import { NEW_PASSBOOK } from './arbitraries';

/** A passbook with the pages that it has turned: the pure rules alone, no database. */
export interface Book {
  passbook: Passbook;
  pages: Page[];
}

export const NEW_BOOK: Book = { passbook: NEW_PASSBOOK, pages: [] };

/** Takes a step as the bank does: a full page is turned first, an id on an older page counts. */
export function take(book: Book, step: PassbookStep): { book: Book; verdict: Verdict } {
  const { passbook, pages } = book;
  const older = pages.find((page) => page.ids.includes(step.id));
  if (older) return { book, verdict: verdictOfTaken(older.ids, step) };
  const verdict = judge(passbook, step);
  if (verdict === 'full') return take(turn(book), step);
  return { book: verdict === 'ready' ? { pages, passbook: applyStep(passbook, step) } : book, verdict };
}

/** Turns the page of a book, full or not. */
export function turn({ passbook, pages }: Book): Book {
  const page = closePage(passbook, 1_000, sha256);
  return { passbook: { ...passbook, page: nextPage(page) }, pages: [...pages, page] };
}

export function live(book: Book, steps: readonly PassbookStep[]): Book {
  return steps.reduce((lived, step) => take(lived, step).book, book);
}
