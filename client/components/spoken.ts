type AriaRole =
  'button' | 'img' | 'alert' | 'status' | 'dialog' | 'radio' | 'radiogroup' | 'checkbox' | 'heading';

/** Roles of what is pressed: a PC's keyboard must reach them too. */
const PRESSED: readonly AriaRole[] = ['button', 'radio', 'checkbox'];

/**
 * What a screen reader says of a drawn thing, for WeChat (`aria-role`) and browsers (`role`) alike.
 * Use it as `<View {...spoken('img', '签到码')}>`.
 */
export function spoken(role: AriaRole, label?: string) {
  return {
    role,
    'aria-role': role,
    'aria-label': label,
    ...(PRESSED.includes(role) ? { tabindex: '0' } : {}),
  };
}
