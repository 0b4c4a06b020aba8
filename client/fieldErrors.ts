/** What is wrong with one line of text; undefined when nothing is. `ask` says what belongs there. */
export function textError(value: string, ask: string, most: number): string | undefined {
  const length = value.trim().length;
  if (length === 0) return ask;
  return length > most ? `最多 ${most} 个字，现在有 ${length} 个。` : undefined;
}

export function phoneError(value: string): string | undefined {
  return /^1[3-9]\d{9}$/.test(value.trim()) ? undefined : '请填 11 位手机号。';
}

export function consentError(isGiven: boolean): string | undefined {
  return isGiven ? undefined : '请先阅读并同意《隐私说明》。';
}

/** A whole number from 1 to `most`, as typed; null when it is none. */
export function parseCount(text: string, most: number): number | null {
  const count = /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
  return count >= 1 && count <= most ? count : null;
}

/** How many of a form's fields have something wrong. */
export function countErrors(errors: Record<string, string | undefined>): number {
  return Object.values(errors).filter((error) => error !== undefined).length;
}

/** Whether any of a form's fields has something wrong. */
export function hasErrors(errors: Record<string, string | undefined>): boolean {
  return countErrors(errors) > 0;
}
