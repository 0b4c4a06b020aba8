import { parseCode } from '../../../types/code';

/** What to search for: a number typed without its dashes, or read off a check-in code, is still that passbook's. */
export function searchTerm(typed: string): string {
  const text = typed.trim();
  const digits = text.replace(/[\s\-－—]/g, '');
  const isPhone = /^1[3-9]\d{9}$/.test(digits) && !/^\d{4}-/.test(text);
  if (isPhone) return digits;
  if (/^\d{11}$/.test(digits)) return `${digits.slice(0, 4)}-${digits.slice(4, 10)}-${digits.slice(10)}`;
  return parseCode(text)?.passbookId ?? text;
}

export function isPassbookNumber(text: string): boolean {
  return /^\d{4}-\d{6}-\d$/.test(text);
}
