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

/** The parts, from the quickest to the slowest; `npm test -- --selectProjects bank` runs one. */
module.exports = {
  rootDir: ROOT,
  testTimeout: 60_000,
  projects: [part('bank'), part('cloud'), part('localcloud'), part('client')],
};
