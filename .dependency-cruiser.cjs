/** The house's rooms, and which door leads where (README, "The house"). */
const room = (name) => `^cloudfunctions/${name}/`;

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'bank-is-pure',
      comment: 'The rules know the contract and nothing else: no I/O, no clock, no SDK.',
      severity: 'error',
      from: { path: room('bank') },
      to: { pathNot: [room('bank'), '^types/', '^node_modules/(dayjs|lodash)/'] },
    },
    {
      name: 'platform-knows-no-bank',
      severity: 'error',
      from: { path: room('platform') },
      to: { path: [room('bank'), room('store'), room('chains'), room('functions')] },
    },
    {
      name: 'store-speaks-to-the-database-only',
      comment: 'A store file may use the pure rules: its conditions ask what they ask.',
      severity: 'error',
      from: { path: room('store') },
      to: { path: [room('chains'), room('functions')] },
    },
    {
      name: 'chains-know-no-function',
      severity: 'error',
      from: { path: room('chains') },
      to: { path: room('functions') },
    },
    {
      name: 'sdk-only-in-platform',
      severity: 'error',
      from: { pathNot: [room('platform'), '^tests/localcloud/'] },
      to: { path: 'wx-server-sdk' },
    },
    {
      name: 'client-knows-the-contract-only',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: ['^cloudfunctions/', '^localcloud/', '^config/', '^tests/'] },
    },
    {
      name: 'client-runs-no-schema',
      comment: 'Validators belong on the server; types of theirs are fine.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: ['^types/schema/', 'node_modules/valibot'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-take-props-only',
      severity: 'error',
      from: { path: '^client/components/' },
      to: { path: ['^client/features/', '^client/cloud/', '^client/root', '^node_modules/mobx'] },
    },
    {
      name: 'features-do-not-reach-into-each-other',
      comment: 'What several parts need is a component, a store of its own, or the contract.',
      severity: 'error',
      from: { path: '^client/features/([^/]+)/' },
      to: { path: '^client/features/([^/]+)/', pathNot: '^client/features/$1/' },
    },
    {
      name: 'the-cloud-knows-no-stand-in',
      severity: 'error',
      from: { path: ['^cloudfunctions/', '^types/'] },
      to: { path: ['^localcloud/', '^client/', '^config/', '^tests/'] },
    },
    {
      name: 'not-to-dev-dependency',
      severity: 'error',
      from: { path: ['^cloudfunctions/', '^client/', '^types/'], pathNot: '\\.d\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
