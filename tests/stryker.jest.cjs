const bank = require('./jest.config.cjs').projects.find(({ displayName }) => displayName === 'bank');

/** The rules' own tests, for mutating the rules: `npm run mutate`. */
module.exports = { ...bank, setupFilesAfterEnv: ['<rootDir>/tests/support/fewerRuns.ts'] };
