import fc from 'fast-check';
import { pageHash } from '../../cloudfunctions/bank/ledger';
import { sha256 } from '../../cloudfunctions/platform/secret';
import type { Page } from '../../types/entities';
import { anyLife } from '../support/arbitraries';
import { live, NEW_BOOK, turn } from '../support/book';

/** A passbook's turned pages after any life; the last one is turned however empty. */
const anyPages = anyLife.map((steps) => turn(live(NEW_BOOK, steps)).pages);

describe('turned pages (P5)', () => {
  it('carry the balance and the count of lines forward, and are chained by their hashes', () => {
    fc.assert(
      fc.property(anyPages, (pages) => {
        pages.reduce<Page | null>((before, page) => {
          expect(page.no).toBe((before?.no ?? 0) + 1);
          expect(page.opening).toBe(before?.closing ?? 0);
          expect(page.firstLine).toBe(before ? before.firstLine + before.lines.length : 1);
          expect(page.previousHash).toBe(before?.hash ?? '');
          const sum = page.lines.reduce((total, line) => total + line.points, 0);
          expect(page.closing).toBe(page.opening + sum);
          return page;
        }, null);
      }),
    );
  });

  it('have a hash that tells any change: of a line, a step, a figure, the page before', () => {
    const changes: ((page: Page) => Page)[] = [
      (page) => ({ ...page, lines: page.lines.map((line) => ({ ...line, points: line.points + 1 })) }),
      (page) => ({ ...page, lines: page.lines.map((line) => ({ ...line, title: `${line.title}。` })) }),
      (page) => ({ ...page, lines: page.lines.slice(1) }),
      (page) => ({ ...page, ids: [...page.ids, 'one-more'] }),
      (page) => ({ ...page, closing: page.closing + 1 }),
      (page) => ({ ...page, previousHash: sha256('another page') }),
      (page) => ({ ...page, turnedAt: page.turnedAt + 1 }),
    ];
    fc.assert(
      fc.property(anyPages, fc.constantFrom(...changes), (pages, change) => {
        const page = pages.at(-1)!;
        fc.pre(page.lines.length > 0);
        expect(hashOf(change(page))).not.toBe(page.hash);
      }),
    );
  });

  it('hash the same whatever order a database gives the fields back in', () => {
    fc.assert(
      fc.property(anyPages, (pages) => {
        const page = pages[0]!;
        expect(hashOf(Object.fromEntries(Object.entries(page).reverse()) as unknown as Page)).toBe(page.hash);
      }),
    );
  });
});

function hashOf({ hash: _hash, ...content }: Page): string {
  return pageHash(content, sha256);
}
