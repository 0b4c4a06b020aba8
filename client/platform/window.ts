/** What a browser's window needs beyond a phone; see `window.h5.ts`, which the H5 build takes instead. */
export function settleInWindow(): void {
  // WeChat brings its own window.
}
