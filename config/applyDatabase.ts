import { createRequire } from 'node:module';
import { join } from 'node:path';
import { collections } from './database';

/**
 * Brings a real environment's database to what `database.ts` says: makes missing collections and indexes, and
 * closes every collection to clients. Safe to run again; removes nothing. Asks of the environment: TCB_ENV_ID,
 * TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY. The vendor's library is installed for the occasion:
 * `npm install --no-save @cloudbase/manager-node@5.6.5`.
 */

/** What is used of `@cloudbase/manager-node`. */
interface Manager {
  database: {
    createCollectionIfNotExists(name: string): Promise<{ IsCreated: boolean }>;
    checkIndexExists(collection: string, index: string): Promise<{ Exists: boolean }>;
    updateCollection(collection: string, change: { CreateIndexes: object[] }): Promise<unknown>;
  };
  permission: {
    modifyResourcePermission(change: {
      resourceType: 'collection';
      resource: string;
      permission: 'ADMINONLY';
    }): Promise<unknown>;
  };
}

function connect(): Manager {
  const { TCB_ENV_ID, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY } = process.env;
  if (!TCB_ENV_ID || !TENCENTCLOUD_SECRETID || !TENCENTCLOUD_SECRETKEY)
    throw new Error('Set TCB_ENV_ID, TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY first.');
  const require = createRequire(join(process.cwd(), 'package.json'));
  const CloudBase = require('@cloudbase/manager-node') as new (options: object) => Manager;
  return new CloudBase({
    envId: TCB_ENV_ID,
    secretId: TENCENTCLOUD_SECRETID,
    secretKey: TENCENTCLOUD_SECRETKEY,
  });
}

async function apply({ database, permission }: Manager): Promise<void> {
  for (const { name, indexes } of collections) {
    const { IsCreated } = await database.createCollectionIfNotExists(name);
    console.log(`${name}: ${IsCreated ? 'made' : 'there'}`);
    for (const index of indexes) {
      const { Exists } = await database.checkIndexExists(name, index.name);
      if (Exists) continue;
      const MgoIndexKeys = index.keys.map(({ field, order }) => ({ Name: field, Direction: String(order) }));
      const MgoKeySchema = { MgoIndexKeys, MgoIsUnique: index.unique ?? false };
      await database.updateCollection(name, { CreateIndexes: [{ IndexName: index.name, MgoKeySchema }] });
      console.log(`  index ${index.name}: made`);
    }
    await permission.modifyResourcePermission({
      resourceType: 'collection',
      resource: name,
      permission: 'ADMINONLY',
    });
  }
}

Promise.resolve()
  .then(() => apply(connect()))
  .catch((error: unknown) => {
    console.error(String(error));
    process.exitCode = 1;
  });
