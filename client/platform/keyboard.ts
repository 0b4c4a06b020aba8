/**
 * On a PC, Enter and Space press what has the focus, as they do on a browser's own buttons.
 * Call it once, in the browser only.
 */
export function pressByKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    const isPressed = event.key === 'Enter' || event.key === ' ';
    if (!isPressed || !['button', 'radio', 'checkbox'].includes(target.getAttribute?.('role') ?? '')) return;
    event.preventDefault();
    target.click();
  });
}

/** A wheel turned over a number that is being typed scrolls the page, and leaves the number alone. Browser only. */
export function keepNumbersStill(): void {
  document.addEventListener('wheel', () => {
    const field = document.activeElement;
    if (field instanceof HTMLInputElement && field.type === 'number') field.blur();
  });
}
