import Taro from '@tarojs/taro';

const tabs = {
  passbook: '/features/passbook/tab/passbook',
  activities: '/features/activity/tab/activities',
  catalogue: '/features/redemption/tab/catalogue',
  me: '/features/me/tab/me',
} as const;

const pages = {
  open: '/features/passbook/pages/open/open',
  lines: '/features/passbook/pages/lines/lines',
  code: '/features/passbook/pages/code/code',
  close: '/features/passbook/pages/close/close',
  rates: '/features/passbook/pages/rates/rates',
  closings: '/features/passbook/pages/closings/closings',
  acts: '/features/passbook/pages/acts/acts',
  session: '/features/activity/pages/detail/detail',
  reward: '/features/redemption/pages/reward/reward',
  order: '/features/redemption/pages/order/order',
  orders: '/features/redemption/pages/orders/orders',
  privacy: '/features/me/pages/privacy/privacy',
  desk: '/features/desk/pages/home/home',
  merchant: '/features/merchant/pages/counter/counter',
  accept: '/features/desk/pages/accept/accept',
  council: '/features/council/pages/room/room',
  proposal: '/features/council/pages/proposal/proposal',
  draft: '/features/council/pages/draft/draft',
  record: '/features/council/pages/record/record',
  suggestions: '/features/council/pages/suggestions/suggestions',
  rateHistory: '/features/council/pages/history/history',
  review: '/features/council/pages/review/review',
} as const;

/** Shows one of the four tabs. */
export function showTab(tab: keyof typeof tabs): void {
  void Taro.switchTab({ url: tabs[tab] });
}

/** Opens a page over the one shown. @param replaces leaves no way back to the one shown: its business is done */
export function goTo(page: keyof typeof pages, params: Record<string, string> = {}, replaces = false): void {
  const query = Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const url = query ? `${pages[page]}?${query}` : pages[page];
  void (replaces ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
}
