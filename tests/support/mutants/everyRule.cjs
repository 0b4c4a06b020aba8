const { readdirSync } = require('node:fs');
const { resolve } = require('node:path');

const RULES = resolve(__dirname, '../../bank');

// In one file, as jest sets up an environment for each, which for two thousand mutants takes longer than the tests.
for (const file of readdirSync(RULES, { recursive: true, encoding: 'utf8' }))
  if (file.endsWith('.test.ts')) require(resolve(RULES, file));
