/** The rules' own tests, for mutating the rules: `npm run mutate`. */
module.exports = require('./jest.config.cjs').projects.find(({ displayName }) => displayName === 'bank');
