import { keepNumbersStill, pressByKeyboard } from './keyboard';
// WXSS knows neither `*` nor a window wider than a phone.
import '../window.scss';

export function settleInWindow(): void {
  pressByKeyboard();
  keepNumbersStill();
}
