import { auditWhole, documentsOf } from '../../localcloud/auditWhole';
import { canonicalJson } from '../../cloudfunctions/bank/canonical';
import type { Page, Passbook } from '../../types/entities';
import { checkSettledDust } from './settledDust';
import type { OpenBank } from './testBank';

/** Pages, lines, cards and closings as they were when last looked at: none may ever change (P5). */
const seen = new WeakMap<OpenBank['cloud'], Map<string, string>>();

/** For a cloud whose documents were put back to an earlier state: nothing was seen of what comes. */
export function forgetBooks(cloud: OpenBank['cloud']): void {
  seen.delete(cloud);
}

/**
 * Holds the bank to its promises P1 to P7, from the documents alone: the auditor's findings, and what only somebody
 * who watches can tell, that nothing has changed since the last look.
 * @throws Error naming the first document that breaks one
 * @param settled whether the dust has settled: every chain must then be complete
 */
export async function keepsItsPromises(bank: Pick<OpenBank, 'cloud'>, settled = true): Promise<void> {
  const all = <T>(name: string) => bank.cloud.database.collection(name).find() as T[];
  const findings = auditWhole(documentsOf(all), settled);
  if (findings[0]) {
    const { promise, document, what } = findings[0];
    throw new Error(`${promise} broken: ${document}: ${what}`);
  }
  checkUnchanged(bank.cloud, all);
  checkSettledDust(all, assert, settled);
}

/** P5: what was written once stands as it was written. */
function checkUnchanged(cloud: OpenBank['cloud'], all: <T>(name: string) => T[]): void {
  const known = seen.get(cloud) ?? new Map<string, string>();
  seen.set(cloud, known);
  const check = (name: string, value: unknown) => {
    const text = canonicalJson(value);
    assert((known.get(name) ?? text) === text, 'P5', `${name} has changed`);
    known.set(name, text);
  };
  for (const name of ['pages', 'rateCards', 'closings'])
    for (const document of all<{ _id: string }>(name)) check(`${name} ${document._id}`, document);
  const pages = all<Page>('pages').map(({ passbookId, lines }) => ({ passbookId, lines }));
  const open = all<Passbook>('passbooks').map(({ _id, page }) => ({ passbookId: _id, lines: page.lines }));
  for (const { passbookId, lines } of [...pages, ...open])
    for (const line of lines) check(`line ${passbookId} ${line.id}`, line);
}

function assert(condition: boolean, promise: string, what: string): asserts condition {
  if (!condition) throw new Error(`${promise} broken: ${what}`);
}
