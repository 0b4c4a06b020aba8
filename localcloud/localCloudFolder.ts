import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The folder of the local cloud's own files that are read at run time: the worker's bootstrap and the lobby page.
 * Beside the code when run with tsx or in tests; under the working directory when the code has been bundled.
 */
export const localCloudFolder: string = existsSync(join(__dirname, 'invocations', 'bootstrap.ts'))
  ? __dirname
  : resolve('localcloud');
