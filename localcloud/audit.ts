import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { collections } from '../config/database';
import type { Finding } from '../types/finding';
import { auditWhole, documentsOf } from './auditWhole';
import { BankStartError } from './bankStartError';
import { Database } from './database/database';
import { DocumentStore } from './database/documentStore';
import { importCollections } from './importExport';
import { startErrorText } from './start/startErrorWords';

const USAGE = `npm run audit                            这个文件夹里的银行（先关门）   this folder's bank, while it is closed
npm run audit -- --data 文件.sqlite       另一个数据文件                 another data file
npm run audit -- --export 文件夹          云开发导出的集合（JSON Lines） collections exported from the cloud`;

const MOST_SHOWN = 20;

/** `npm run audit`: replays every page and line of a bank and names the first document that does not fit. */
async function audit(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, export: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return console.log(USAGE);
  const store = await open(values.data ?? 'data/bank.sqlite', values.export);
  const database = new Database(store);
  const bank = documentsOf(<T>(name: string) => database.collection(name).find() as T[]);
  const findings = auditWhole(bank, false);
  store.close();
  const lines =
    bank.pages.reduce((sum, page) => sum + page.lines.length, 0) +
    bank.passbooks.reduce((sum, { page }) => sum + page.lines.length, 0);
  const { passbooks, pages, cards, closings } = bank;
  console.log(
    `查了 ${bank.branches.length} 个储蓄所、${passbooks.length} 本存折、${passbooks.length + pages.length} 页、${lines} 笔明细、` +
      `${cards.length} 版积分标准、${closings.length} 次日终轧账。`,
  );
  console.log(`${passbooks.length} passbooks, ${lines} lines: ${findings.length} findings`);
  tell(findings);
  if (findings.length > 0) process.exitCode = 1;
}

async function open(dataFile: string, folder: string | undefined): Promise<DocumentStore> {
  const source = resolve(folder ?? dataFile);
  if (!existsSync(source)) throw new Error(`没有找到 There is no ${source}\n\n${USAGE}`);
  if (!folder) return new DocumentStore(source, collections);
  const store = new DocumentStore(':memory:', collections);
  await importCollections(store, source);
  return store;
}

function tell(findings: readonly Finding[]): void {
  if (findings.length === 0) return console.log('账目相符：P1 至 P6 全部成立。 The books are in order.');
  console.log('\n对不上的地方，先看第一处： What does not fit, the first first:');
  for (const { promise, document, what } of findings.slice(0, MOST_SHOWN))
    console.log(`  ${promise}  ${document}: ${what}`);
  if (findings.length > MOST_SHOWN) console.log(`  …… ${findings.length - MOST_SHOWN} more`);
}

audit().catch((error: unknown) => {
  if (error instanceof BankStartError)
    console.error(startErrorText(error.code, error.message, { port: 0, dataDir: 'data' }));
  else console.error(error instanceof Error ? error.message : error);
  process.exit(2);
});
