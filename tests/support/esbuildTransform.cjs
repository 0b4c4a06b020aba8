const { transformSync } = require('esbuild');
const { extname } = require('node:path');

const LOADERS = { '.ts': 'ts', '.tsx': 'tsx', '.js': 'js', '.mjs': 'js', '.jsx': 'jsx' };

/** Types are checked by `npm run check`; here they are only taken off, which is fast. */
module.exports = {
  process(source, path) {
    const { code, map } = transformSync(source, {
      loader: LOADERS[extname(path)] ?? 'js',
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      sourcemap: true,
      sourcefile: path,
      define: { 'import.meta.url': JSON.stringify(`file://${path}`) },
    });
    return { code, map };
  },
};
