import type { TaroElement } from '@tarojs/runtime';

/**
 * In a browser a USB scanner types where the focus is: this leads what it types into the field within the
 * box, wherever the focus was left. Fields that a person writes in keep theirs.
 * @returns what ends it
 */
export function leadScannerInto(box: () => TaroElement | null): () => void {
  if (process.env.TARO_ENV !== 'h5') return () => undefined;
  const lead = (event: KeyboardEvent) => {
    const isPaste = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v';
    const isTyped = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
    if ((isTyped || isPaste) && !isWriting()) fieldIn(box())?.focus();
  };
  document.addEventListener('keydown', lead, true);
  return () => document.removeEventListener('keydown', lead, true);
}

/** Puts the cursor into the field within the box, in a browser. */
export function focusFieldIn(box: TaroElement | null): void {
  if (process.env.TARO_ENV === 'h5') fieldIn(box)?.focus();
}

/** The field, unless its page is not the one in sight. */
function fieldIn(box: TaroElement | null): HTMLInputElement | null {
  const field = (box as unknown as HTMLElement | null)?.querySelector('input') ?? null;
  return field?.offsetParent ? field : null;
}

function isWriting(): boolean {
  return ['INPUT', 'TEXTAREA'].includes(document.activeElement?.tagName ?? '');
}
