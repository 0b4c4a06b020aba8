import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nextMorning, richHolder } from '../support/scenes';
import { openBranch, TestBank } from '../support/testBank';

describe('npm run audit', () => {
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'audit-'));
    const bank = await TestBank.open();
    await richHolder(await openBranch(bank), '周桂兰');
    nextMorning(bank);
    await bank.wakeClock();
    await bank.cloud.exportTo(folder);
    await bank.stop();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function audit(...words: string[]): Promise<{ code: number; printed: string }> {
    return new Promise((resolve) =>
      execFile('npx', ['tsx', 'localcloud/audit.ts', ...words], (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), printed: stdout + stderr }),
      ),
    );
  }

  it('finds an export of the collections in order', async () => {
    const { code, printed } = await audit('--export', folder);
    expect(printed).toContain('1 passbooks, 1 lines: 0 findings');
    expect(code).toBe(0);
  });

  it('names the first document that does not fit, and fails', async () => {
    const file = join(folder, 'passbooks.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"points":2000', '"points":9000'));
    const { code, printed } = await audit('--export', folder);
    expect(printed).toMatch(/P1 {2}passbooks 0211-000001-1: has 2000, its lines come to 9000/);
    expect(code).toBe(1);
  });

  it('says so when there is nothing to audit', async () => {
    const { code, printed } = await audit('--data', join(folder, 'nothing.sqlite'));
    expect(printed).toContain('没有找到');
    expect(code).toBe(2);
  });
});
