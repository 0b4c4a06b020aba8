const { resolve } = require('node:path');

const ROOT = resolve(__dirname, '..');

/** Libraries that come as ES modules only. */
const MODULES_ONLY = ['uqr', '@noble/hashes', 'mingo', 'hono', '@hono/node-server', 'ulid', 'valibot'];

function part(name, options = {}) {
  return {
    displayName: name,
    rootDir: ROOT,
    testMatch: [`<rootDir>/tests/${name}/**/*.test.{ts,tsx}`],
    testEnvironment: 'node',
    transform: { '\\.m?[jt]sx?$': '<rootDir>/tests/support/esbuildTransform.cjs' },
    transformIgnorePatterns: [`/node_modules/(?!(${MODULES_ONLY.join('|')})/)`, '/dist/'],
    ...options,
  };
}

/** The WeChat build and the web page are tested as built. */
const BUILT = { globalSetup: '<rootDir>/tests/support/builtFirst.ts' };

/** The parts, from the quickest to the slowest; `npm test -- --selectProjects bank` runs one. */
module.exports = {
  rootDir: ROOT,
  // As many as there are processors: much of a test is waiting for another process.
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    part('bank'),
    part('cloud'),
    part('localcloud'),
    // Stores and rules of the screens, where no page is drawn.
    part('client', { moduleNameMapper: { '^@tarojs/taro$': '<rootDir>/tests/support/taroStandIn.ts' } }),
    part('weapp', { ...BUILT, testEnvironment: '<rootDir>/tests/support/phone/phoneEnvironment.ts' }),
    part('web', BUILT),
  ],
};
