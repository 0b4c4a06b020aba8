export default {
  // The tab pages: the main package. WeChat wants them outside every subpackage's root.
  pages: [
    'features/passbook/tab/passbook',
    'features/activity/tab/activities',
    'features/redemption/tab/catalogue',
    'features/me/tab/me',
  ],
  // One subpackage a part: `{ root: 'features/<part>/pages', pages: ['<page>/<page>'] }`.
  subPackages: [
    {
      root: 'features/passbook/pages',
      pages: ['open/open', 'lines/lines', 'code/code', 'rates/rates', 'closings/closings', 'acts/acts'],
    },
    { root: 'features/activity/pages', pages: ['detail/detail'] },
    { root: 'features/redemption/pages', pages: ['reward/reward', 'order/order', 'orders/orders'] },
    { root: 'features/me/pages', pages: ['privacy/privacy'] },
    {
      root: 'features/desk/pages',
      pages: [
        'home/home',
        'scan/scan',
        'roster/roster',
        'publish/publish',
        'award/award',
        'awards/awards',
        'setUp/setUp',
        'branches/branches',
        'members/members',
        'charter/charter',
        'invite/invite',
        'accept/accept',
        'passbooks/passbooks',
        'openFor/openFor',
        'rates/rates',
        'newRates/newRates',
        'rewards/rewards',
        'newReward/newReward',
      ],
    },
    { root: 'features/desk/books/pages', pages: ['closings/closings', 'audit/audit', 'trail/trail'] },
    {
      root: 'features/council/pages',
      pages: [
        'room/room',
        'proposal/proposal',
        'draft/draft',
        'record/record',
        'history/history',
        'suggestions/suggestions',
        'review/review',
      ],
    },
    { root: 'features/merchant/pages', pages: ['counter/counter'] },
  ],
  // The code must open without a network, so its page is fetched before it is asked for.
  preloadRule: {
    'features/passbook/tab/passbook': { network: 'all', packages: ['features/passbook/pages'] },
  },
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '公益银行',
    navigationBarBackgroundColor: '#f4f1ea',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f4f1ea',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#5e6a73',
    selectedColor: '#a3231f',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'features/passbook/tab/passbook',
        text: '存折',
        iconPath: 'icons/passbook-quiet.png',
        selectedIconPath: 'icons/passbook-chosen.png',
      },
      {
        pagePath: 'features/activity/tab/activities',
        text: '活动',
        iconPath: 'icons/activity-quiet.png',
        selectedIconPath: 'icons/activity-chosen.png',
      },
      {
        pagePath: 'features/redemption/tab/catalogue',
        text: '兑换',
        iconPath: 'icons/redemption-quiet.png',
        selectedIconPath: 'icons/redemption-chosen.png',
      },
      {
        pagePath: 'features/me/tab/me',
        text: '我的',
        iconPath: 'icons/me-quiet.png',
        selectedIconPath: 'icons/me-chosen.png',
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
};
