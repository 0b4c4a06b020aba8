import type { Page } from 'playwright-core';

/**
 * What does not fit on the page in sight: words that run out of the window or are cut off, and figures broken
 * over two lines. Runs in the browser.
 */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const FIGURE = /[+−]?\d+(\.\d+)?([ \u00a0]分)?/g;
    const CODE = /^GY\d/;
    const root = [...document.querySelectorAll('.taro_page')].find((each) => each.checkVisibility());
    if (!root) return ['no page is in sight'];
    const found: string[] = [];
    for (const box of [document.documentElement, root]) {
      if (box.scrollWidth > box.clientWidth)
        found.push(`the ${box === root ? 'page' : 'window'} scrolls sideways`);
    }
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const words = node.textContent?.trim() ?? '';
      const holder = node.parentElement!;
      if (!words || !holder.checkVisibility() || holder.closest('[aria-hidden="true"]')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right } = range.getBoundingClientRect();
      if (left < -0.5 || right > innerWidth + 0.5) found.push(`runs out of the window: ${words}`);
      const isCut =
        getComputedStyle(holder).overflowX !== 'visible' && holder.scrollWidth > holder.clientWidth + 1;
      if (isCut) found.push(`is cut off: ${words}`);
      for (const { 0: figure, index } of CODE.test(words) ? [] : node.textContent!.matchAll(FIGURE)) {
        range.setStart(node, index);
        range.setEnd(node, index + figure.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(`${figure} is broken over two lines: ${words}`);
      }
    }
    return found;
  });
}
