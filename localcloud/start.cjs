// What `npm start` runs: any Node can read this file, and says so if it is too old for the rest.
var missing = require('./start/requireNode.cjs').whatIsMissing(process.versions.node, process.cwd());
if (missing) {
  console.error('\n' + missing + '\n');
  process.exit(1);
}
// One process, so that whoever ends it ends all of it.
require('tsx/cjs');
require('./start.ts');
