import { command as _ } from '../platform/database';
import type { Page } from '../../types/entities';
import { Documents } from './collection';

const pages = new Documents<Page>('pages');

/** Writes a turned page away; if it was turned before, gives the page that stands. */
export async function keepPage(page: Page): Promise<Page> {
  const { record } = await pages.claim(page);
  return record;
}

/** The turned page of the passbook on which a step was taken, if it was. */
export async function turnedPageWith(passbookId: string, stepId: string): Promise<Page | null> {
  const [found] = await pages.find({ passbookId, ids: stepId }, null, 1);
  return found ?? null;
}

/** Turned pages before page `before`, newest first. */
export function olderPages(passbookId: string, before: number, limit: number): Promise<Page[]> {
  return pages.find({ passbookId, no: _.lt(before) }, ['no', 'desc'], limit);
}
