const bank = require('./jest.config.cjs').projects.find(({ displayName }) => displayName === 'bank');

/** The rules' own tests, for mutating the rules: `npm run mutate`. */
module.exports = {
  ...bank,
  testEnvironment: require.resolve('./support/mutants/firstFailure.cjs'),
  testMatch: ['<rootDir>/tests/support/mutants/everyRule.cjs'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/mutants/fewerRuns.ts'],
};
