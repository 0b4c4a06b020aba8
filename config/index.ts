import path from 'node:path';
import type { UserConfigExport } from '@tarojs/cli';
import type { IMiniAppConfig } from '@tarojs/taro/types/compile';

const target = process.env.TARO_ENV ?? 'weapp';

/** Both targets read the same class names in CSS Modules: `[file]-[class]`, legible in a test's failure. */
const cssModules = {
  enable: true,
  config: { namingPattern: 'module', generateScopedName: '[name]-[local]-[hash:base64:4]' },
};

/**
 * Sizes are written in logical px and stay px: type follows the reader's setting through `--type-scale`
 * (client/tokens.scss), not the width of the screen as rpx and rem would have it.
 */
const postcss = { pxtransform: { enable: false, config: {} }, cssModules };

/** The contract lies outside of `client/`, and Taro compiles only what is named. */
const compile = { include: [path.resolve(__dirname, '../types')] as never };

type Chain = Parameters<NonNullable<IMiniAppConfig<'webpack5'>['webpackChain']>>[0];

/** Webpack's cache between builds, thrown away when what it is built with changes. */
function withCache(chain: Chain): void {
  chain.cache({
    type: 'filesystem',
    name: `${process.env.NODE_ENV}-${target}`,
    buildDependencies: {
      config: ['config/index.ts', 'client/app.config.ts', 'babel.config.cjs', 'package-lock.json'].map(
        (file) => path.resolve(__dirname, '..', file),
      ),
    },
  });
  chain.performance.hints(false);
  chain.stats('errors-warnings');
}

const config: UserConfigExport<'webpack5'> = {
  projectName: 'public-welfare-bank',
  sourceRoot: 'client',
  outputRoot: `dist/${target}`,
  designWidth: 750,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Taro's own persistent cache insists on src/app.config; `withCache` stands in for it.
  cache: { enable: false },
  plugins: [path.resolve(__dirname, 'taro/ariaPlugin.ts')],
  logger: { quiet: true, stats: false },
  copy: {
    patterns: target === 'weapp' ? [{ from: 'client/sitemap.json', to: 'dist/weapp/sitemap.json' }] : [],
    options: {},
  },
  mini: {
    webpackChain: withCache,
    postcss,
    compile,
    // What only subpackages share stays out of the main package.
    optimizeMainPackage: { enable: true },
    output: { clean: true },
    // Order of CSS Modules does not matter, as no module overrides another's classes.
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    postcss: { ...postcss, autoprefixer: { enable: true, config: {} } },
    compile,
    publicPath: '/app/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    webpackChain: withCache,
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
      clean: true,
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
  },
};

export default config;
