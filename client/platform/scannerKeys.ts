import type { TaroElement } from '@tarojs/runtime';

/** What was pressed has gone, or its field been drawn, by then. */
const SETTLING_MS = 100;

/**
 * In a browser a USB scanner types where the focus is: this keeps the focus in the field within the box,
 * and leads there what is typed elsewhere. Fields that a person writes in keep theirs.
 * @returns what ends it
 */
export function keepScannerIn(box: () => TaroElement | null): () => void {
  if (process.env.TARO_ENV !== 'h5') return () => undefined;
  const recall = () => {
    if (!isWriting()) fieldIn(box())?.focus();
  };
  const lead = (event: Event) => {
    // Taro's fields send an event of the same name, which carries no key.
    if (!(event instanceof KeyboardEvent)) return;
    const isPaste = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v';
    const isTyped = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
    if (isTyped || isPaste) recall();
  };
  // On a phone's browser the focus would bring its keyboard up after every touch.
  const later = () => {
    if (matchMedia('(pointer: fine)').matches) setTimeout(recall, SETTLING_MS);
  };
  document.addEventListener('keydown', lead, true);
  document.addEventListener('click', later);
  later();
  return () => {
    document.removeEventListener('keydown', lead, true);
    document.removeEventListener('click', later);
  };
}

/** The field, unless its page is not the one in sight. */
function fieldIn(box: TaroElement | null): HTMLInputElement | null {
  const field = (box as unknown as HTMLElement | null)?.querySelector('input') ?? null;
  return field?.offsetParent ? field : null;
}

function isWriting(): boolean {
  return ['INPUT', 'TEXTAREA'].includes(document.activeElement?.tagName ?? '');
}
