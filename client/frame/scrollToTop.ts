import Taro from '@tarojs/taro';

/** Brings the page's beginning into sight: where an answer stands, or another page of a book begins. */
export function scrollToTop(): void {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
}
