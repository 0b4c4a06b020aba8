import { existsSync } from 'node:fs';
import type { CollectionDefinition } from '../database/collectionDefinition';
import { DocumentStore } from '../database/documentStore';
import { seedDemoStreet } from '../demo/seedDemoStreet';
import { importCollections } from '../importExport';
import { startLocalCloud } from '../startLocalCloud';
import type { DataFolder } from './dataFolder';
import { functionEnvironment, type Secrets } from './secrets';
import type { Progress } from './progress';

/** What a new bank is made of. */
export interface NewBank {
  functionsDir: string;
  collections: CollectionDefinition[];
  secrets: Secrets;
  /** With the demo street living in it, or with nothing. */
  kind: 'demo' | 'empty';
}

/**
 * Makes a bank and, once it is whole, puts it in the place of what is there. The street lives its months in memory,
 * where nothing waits for a disk, and is written at the end; a process that dies before leaves everything as it was.
 */
export async function makeBank(folder: DataFolder, bank: NewBank, progress: Progress): Promise<void> {
  if (bank.kind === 'demo') await exportDemoStreet(folder, bank, progress);
  const store = new DocumentStore(folder.newBankFile, bank.collections);
  try {
    if (existsSync(folder.scratch)) await importCollections(store, folder.scratch);
  } finally {
    store.close();
  }
  folder.takeNewBank(bank.collections);
}

async function exportDemoStreet(folder: DataFolder, bank: NewBank, progress: Progress): Promise<void> {
  const { functionsDir, collections, secrets } = bank;
  const done = progress.begin('造示范街道（近五个月的往来）');
  const cloud = await startLocalCloud({
    functionsDir,
    collections,
    environment: functionEnvironment(secrets),
    log: progress.say,
  });
  try {
    const { setUpCode } = secrets;
    await seedDemoStreet(cloud, {
      now: Date.now(),
      setUpCode,
      onDay: (day, days) => progress.tell(day / days),
    });
    await cloud.exportTo(folder.scratch);
  } finally {
    await cloud.stop();
  }
  done();
}
